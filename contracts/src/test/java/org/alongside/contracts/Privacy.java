package org.alongside.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What an event may say of a person: opaque ids and codes, each labelled; no field, and no open text, in which more would fit. */
final class Privacy {

    /** Words that no property's name may contain, whatever is around them. */
    private static final Set<String> FORBIDDEN = Set.of(
            "name",
            "names",
            "surname",
            "firstname",
            "lastname",
            "alias",
            "initials",
            "address",
            "street",
            "city",
            "town",
            "postcode",
            "zip",
            "postal",
            "county",
            "geo",
            "phone",
            "telephone",
            "mobile",
            "fax",
            "email",
            "mail",
            "contact",
            "birth",
            "birthday",
            "birthdate",
            "dob",
            "born",
            "sex",
            "race",
            "ssn",
            "mrn",
            "insurance",
            "policy",
            "account",
            "passport",
            "licence",
            "license",
            "note",
            "notes",
            "text",
            "comment",
            "comments",
            "remark",
            "remarks",
            "message",
            "description",
            "content",
            "narrative",
            "link",
            "url",
            "uri",
            "href",
            "join",
            "password",
            "passcode",
            "diagnosis",
            "diagnoses",
            "icd",
            "condition",
            "conditions",
            "medication",
            "substance",
            "drug");

    private Privacy() {}

    static List<String> violations(JsonNode schema) {
        var found = new ArrayList<String>();
        Property.of(schema).forEach(property -> {
            if (words(property.name()).anyMatch(FORBIDDEN::contains)) {
                found.add(property.pointer() + " may not be in an event at all");
            }
            if (Sensitivity.of(property.schema()).isEmpty()) {
                found.add(property.pointer() + " has no label " + Sensitivity.KEYWORD
                        + " of identifier, code, sensitive");
            }
            if (property.schema().path("description").asString("").isBlank()) {
                found.add(property.pointer() + " has no description");
            }
        });
        openings("", schema, found);
        return found;
    }

    /** Places where anything would fit: a string without a form, an object that takes what it does not name, no type. */
    private static void openings(String pointer, JsonNode schema, List<String> found) {
        switch (schema.path("type").asString("")) {
            case "object" -> {
                if (!schema.path("unevaluatedProperties").isBoolean()
                        || schema.path("unevaluatedProperties").asBoolean()) {
                    found.add(pointer + "/ takes properties that it does not name");
                }
                schema.path("properties")
                        .properties()
                        .forEach(each -> openings(pointer + "/" + each.getKey(), each.getValue(), found));
            }
            case "array" -> openings(pointer + "/*", schema.path("items"), found);
            case "string" -> {
                if (Stream.of("enum", "pattern", "format", "const").noneMatch(schema::has)) {
                    found.add(pointer + " is open text");
                }
            }
            case "integer", "number", "boolean" -> {}
            default -> found.add(pointer + " has no type");
        }
    }

    private static Stream<String> words(String camelCase) {
        return Stream.of(camelCase.split("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]"))
                .map(word -> word.toLowerCase(Locale.ROOT));
    }
}
