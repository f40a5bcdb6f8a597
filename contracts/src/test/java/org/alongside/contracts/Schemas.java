package org.alongside.contracts;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import java.util.List;

/** JSON Schema 2020-12 with our one keyword, and with formats asserted, which the specification leaves off. */
final class Schemas {

    private static final String METASCHEMA = "https://json-schema.org/draft/2020-12/schema";

    private Schemas() {}

    static SchemaRegistry registry() {
        var dialect = Dialect.builder(Dialects.getDraft202012())
                .keyword(new AnnotationKeyword(Sensitivity.KEYWORD))
                .build();
        var config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        return SchemaRegistry.withDialect(dialect, builder -> builder.schemaRegistryConfig(config));
    }

    static List<String> violations(String schema, String json) {
        return violations(registry().getSchema(schema, InputFormat.JSON), json);
    }

    /** Where and which rule, never the value: what is checked here may be a person's. */
    static List<String> violations(Schema schema, String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(e -> e.getInstanceLocation() + " " + e.getKeyword()
                        + (e.getProperty() == null ? "" : " " + e.getProperty()))
                .sorted()
                .toList();
    }

    /** What is wrong with a schema as a schema. */
    static List<String> malformations(String schema) {
        return violations(registry().getSchema(SchemaLocation.of(METASCHEMA)), schema);
    }
}
