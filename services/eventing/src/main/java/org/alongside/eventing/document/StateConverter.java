package org.alongside.eventing.document;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/**
 * Turns a state into what is stored and back, by Spring Data's mapping: records, sealed interfaces, sets and maps without
 * converters of one's own. Local dates and times are kept as ISO text, because as instants they shift with the JVM's
 * zone. {@code Optional} components are not supported; use {@code @Nullable}.
 */
public final class StateConverter {

    private final MongoMappingContext context = new MongoMappingContext();
    private final MappingMongoConverter converter;
    private final Set<Class<?>> registered = new HashSet<>();

    public StateConverter() {
        var conversions = MongoCustomConversions.create(adapter -> adapter.registerConverters(List.of(
                DateOut.INSTANCE,
                DateIn.INSTANCE,
                TimeOut.INSTANCE,
                TimeIn.INSTANCE,
                DateTimeOut.INSTANCE,
                DateTimeIn.INSTANCE)));
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, context);
        converter.setCustomConversions(conversions);
        converter.setMapKeyDotReplacement("\uff0e");
        converter.afterPropertiesSet();
    }

    /**
     * Makes every type reachable from this one known before anything is read: an alias that was written by another
     * process is resolved only if its type is known in this one.
     *
     * @throws IllegalStateException when one of several that may stand in the same place has no alias
     */
    synchronized void register(Class<?> root) {
        var open = new ArrayDeque<Class<?>>(List.of(root));
        while (!open.isEmpty()) {
            var type = open.pop();
            if (!type.getName().startsWith("org.alongside.") || !registered.add(type)) {
                continue;
            }
            context.getPersistentEntity(type);
            if (type.isSealed()) {
                for (var permitted : type.getPermittedSubclasses()) {
                    requireAlias(permitted);
                    open.add(permitted);
                }
            }
            if (type.isRecord()) {
                for (var component : type.getRecordComponents()) {
                    ReachableTypes.of(component.getGenericType()).forEach(open::push);
                }
            }
        }
    }

    private static void requireAlias(Class<?> type) {
        if (type.isRecord() && !type.isAnnotationPresent(TypeAlias.class)) {
            throw new IllegalStateException(type.getName() + " has no @TypeAlias: its Java name would be stored, and"
                    + " what is stored could not be read once it is called otherwise.");
        }
    }

    Document toStored(Object state) {
        var document = new Document();
        converter.write(state, document);
        return document;
    }

    <S> S fromStored(Document stored, Class<S> type) {
        return converter.read(type, stored);
    }

    @WritingConverter
    enum DateOut implements Converter<LocalDate, String> {
        INSTANCE;

        @Override
        public String convert(LocalDate date) {
            return date.toString();
        }
    }

    @ReadingConverter
    enum DateIn implements Converter<String, LocalDate> {
        INSTANCE;

        @Override
        public LocalDate convert(String text) {
            return LocalDate.parse(text);
        }
    }

    @WritingConverter
    enum TimeOut implements Converter<LocalTime, String> {
        INSTANCE;

        @Override
        public String convert(LocalTime time) {
            return time.toString();
        }
    }

    @ReadingConverter
    enum TimeIn implements Converter<String, LocalTime> {
        INSTANCE;

        @Override
        public LocalTime convert(String text) {
            return LocalTime.parse(text);
        }
    }

    @WritingConverter
    enum DateTimeOut implements Converter<LocalDateTime, String> {
        INSTANCE;

        @Override
        public String convert(LocalDateTime time) {
            return time.toString();
        }
    }

    @ReadingConverter
    enum DateTimeIn implements Converter<String, LocalDateTime> {
        INSTANCE;

        @Override
        public LocalDateTime convert(String text) {
            return LocalDateTime.parse(text);
        }
    }
}
