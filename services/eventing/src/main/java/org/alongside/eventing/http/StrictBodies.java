package org.alongside.eventing.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Takes JSON at its word. What is not known is refused, not dropped, because a misspelt field would change nothing in
 * silence; and a number is no text, a text no number, and neither a count of seconds nor a list of numbers is a time.
 */
public final class StrictBodies {

    private StrictBodies() {}

    public static void configure(JsonMapper.Builder builder) {
        builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .addModule(new SimpleModule("texts and times")
                        .addDeserializer(String.class, new Text<>(String.class, text -> text))
                        .addDeserializer(Instant.class, new Text<>(Instant.class, Instant::parse))
                        .addDeserializer(LocalDate.class, new Text<>(LocalDate.class, LocalDate::parse)));
    }

    /** Reads a text and nothing else; the library's own would also take numbers, and lists that never end. */
    private static final class Text<T> extends StdDeserializer<T> {

        private final Class<T> type;
        private final transient Function<String, T> parse;

        Text(Class<T> type, Function<String, T> parse) {
            super(type);
            this.type = type;
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return type.cast(context.handleUnexpectedToken(type, parser));
            }
            try {
                return parse.apply(parser.getString());
            } catch (DateTimeException e) {
                return type.cast(context.handleWeirdStringValue(type, parser.getString(), "not such a time"));
            }
        }
    }
}
