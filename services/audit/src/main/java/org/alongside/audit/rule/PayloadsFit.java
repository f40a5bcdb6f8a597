package org.alongside.audit.rule;

import static org.alongside.audit.finding.Count.INVALID;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.alongside.audit.finding.Book;
import org.alongside.audit.world.Fact;
import org.alongside.audit.world.World;

/**
 * Invalid, by the payload: each record fits the JSON Schema that its {@code ce_dataschema} names, found as
 * {@code <service>/<type>/<version>.schema.json}. Formats are asserted. A fault tells where in the payload and which
 * keyword, never the value.
 */
final class PayloadsFit implements Rule {

    private final Path contracts;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(Dialect.builder(Dialects.getDraft202012())
            .keyword(new NonValidationKeyword("x-sensitivity"))
            .build());
    private final Map<String, Optional<Schema>> schemas = new HashMap<>();

    PayloadsFit(Path contracts) {
        this.contracts = contracts;
    }

    @Override
    public void look(World world, Book book) {
        for (var fact : world.facts()) {
            schemas.computeIfAbsent(fact.schema(), this::schema)
                    .ifPresentOrElse(
                            schema -> validate(fact, schema, book),
                            () -> book.fault(INVALID, "schema-known", fact.key(), "no schema for " + fact.where()));
        }
    }

    private static void validate(Fact fact, Schema schema, Book book) {
        var errors = schema.validate(
                fact.data(), context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        for (var error : errors) {
            book.fault(
                    INVALID,
                    "payload",
                    fact.key(),
                    fact.where() + " breaks '" + error.getKeyword() + "' at '" + error.getInstanceLocation() + "'");
        }
    }

    private Optional<Schema> schema(String urn) {
        var parts = urn.split(":");
        if (parts.length != 5 || !urn.matches("[a-z0-9.:-]+") || urn.contains("..")) {
            return Optional.empty();
        }
        var file = contracts.resolve(parts[2]).resolve(parts[3]).resolve(parts[4] + ".schema.json");
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(registry.getSchema(Files.readString(file), InputFormat.JSON))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
