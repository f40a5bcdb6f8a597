package org.alongside.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One component of a record that an event is read into, however deep.
 *
 * @param pointer where it is in the payload, {@code *} standing for each item of a list
 * @param dispensable the record does without it: {@code @Nullable} as a component or where the constructor takes it, or an Optional
 */
record Read(String pointer, boolean dispensable) {

    private static final Set<String> SCALARS = Set.of("java.lang", "java.math", "java.time");
    private static final int DEEPEST = 10;

    /** @throws IllegalArgumentException for a type of which nobody can see what it reads */
    static Stream<Read> of(Class<?> record) {
        if (!record.isRecord()) {
            throw new IllegalArgumentException(record.getName() + " is no record");
        }
        return below("", record);
    }

    /** What the contract does not give this component. */
    Stream<String> faults(JsonNode schema) {
        if (Pointing.at(schema, pointer) == Pointing.NOTHING) {
            return Stream.of(pointer + " is read, but is not in the schema");
        }
        return dispensable || Pointing.alwaysInItsPlace(schema, pointer)
                ? Stream.of()
                : Stream.of(pointer + " may be absent, but is not @Nullable");
    }

    private static Stream<Read> below(String at, Class<?> record) {
        if (at.split("/").length > DEEPEST) {
            throw new IllegalArgumentException(record.getName() + " has no end");
        }
        var components = record.getRecordComponents();
        var taken = canonical(record, components).getAnnotatedParameterTypes();
        return IntStream.range(0, components.length)
                .filter(i -> !components[i].getAccessor().isAnnotationPresent(JsonIgnore.class))
                .boxed()
                .flatMap(i -> deep(at, components[i], taken[i]));
    }

    private static Stream<Read> deep(String at, RecordComponent component, AnnotatedType taken) {
        var here = at + "/" + component.getName();
        boolean dispensable = component.getType() == Optional.class
                || component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || taken.isAnnotationPresent(Nullable.class);
        return Stream.concat(Stream.of(new Read(here, dispensable)), inside(here, component.getGenericType()));
    }

    private static Stream<Read> inside(String at, Type type) {
        return switch (type) {
            case ParameterizedType list
            when list.getRawType() instanceof Class<?> raw && Collection.class.isAssignableFrom(raw) ->
                inside(at + "/*", list.getActualTypeArguments()[0]);
            case ParameterizedType perhaps
            when perhaps.getRawType() == Optional.class -> inside(at, perhaps.getActualTypeArguments()[0]);
            case Class<?> array when array.isArray() -> inside(at + "/*", array.getComponentType());
            case Class<?> one when scalar(one) -> Stream.of();
            case Class<?> one when one.isRecord() -> below(at, one);
            default ->
                throw new IllegalArgumentException(at + " is a " + type.getTypeName() + ", which may read anything");
        };
    }

    private static boolean scalar(Class<?> type) {
        return type.isEnum()
                || (type != Object.class && SCALARS.contains(type.getPackageName()))
                || Arrays.stream(type.getDeclaredMethods()).anyMatch(each -> each.isAnnotationPresent(JsonValue.class));
    }

    private static Constructor<?> canonical(Class<?> record, RecordComponent[] components) {
        try {
            return record.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
