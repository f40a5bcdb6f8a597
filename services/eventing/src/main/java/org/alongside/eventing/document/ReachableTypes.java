package org.alongside.eventing.document;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.stream.Stream;

/** The classes that a declared type mentions: {@code Map<String, List<Visit>>} mentions three. */
final class ReachableTypes {

    private ReachableTypes() {}

    static Stream<Class<?>> of(Type type) {
        return switch (type) {
            case Class<?> c when c.isArray() -> of(c.getComponentType());
            case Class<?> c -> Stream.of(c);
            case ParameterizedType p ->
                Stream.concat(
                        of(p.getRawType()),
                        Arrays.stream(p.getActualTypeArguments()).flatMap(ReachableTypes::of));
            case GenericArrayType a -> of(a.getGenericComponentType());
            case WildcardType w -> Arrays.stream(w.getUpperBounds()).flatMap(ReachableTypes::of);
            default -> Stream.empty();
        };
    }
}
