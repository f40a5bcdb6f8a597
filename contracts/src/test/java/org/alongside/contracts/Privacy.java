package org.alongside.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
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

    /** What fits into no string of an event. */
    private static final List<String> PEOPLE =
            List.of("Dana Marlow", "Marlow, Dana", "dana@example.org", "+1 555 0100", "14 July 1988", "1 Elm Street");

    /** What fits into no string either, but for these: ids and codes of centre or services, which must not be a person's. */
    private static final List<String> PEOPLE_AS_CODES =
            List.of("dana-marlow", "Dana", "marlow", "555-0100", "1988-07-14", "19880714");

    private static final Set<String> OPEN_CODES = Set.of(
            "assignee",
            "audiences",
            "avoid",
            "backup",
            "by",
            "centreId",
            "channel",
            "groupId",
            "lifeStage",
            "mentorId",
            "outcome",
            "pathways",
            "programme",
            "reason",
            "rule",
            "scopes",
            "step",
            "track",
            "type",
            "zone");

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
            case "string" -> text(pointer, schema, found);
            case "integer", "number", "boolean" -> {}
            default -> found.add(pointer + " has no type");
        }
    }

    private static void text(String pointer, JsonNode schema, List<String> found) {
        var form = schema.path("format").asString("");
        if (!form.isEmpty() && !form.equals("date-time")) {
            found.add(pointer + " is of a format that may be a person's");
        } else if (form.isEmpty() && !schema.has("enum") && !schema.has("const")) {
            var pattern = schema.path("pattern").asString("");
            if (pattern.isEmpty()) {
                found.add(pointer + " is open text");
            } else {
                fitting(pointer, pattern).findFirst().ifPresent(probe -> found.add(pointer + " would take " + probe));
            }
        }
    }

    private static Stream<String> fitting(String pointer, String pattern) {
        return Stream.concat(
                        PEOPLE.stream(),
                        OPEN_CODES.contains(field(pointer)) ? Stream.empty() : PEOPLE_AS_CODES.stream())
                .filter(Pattern.compile(pattern).asPredicate());
    }

    private static String field(String pointer) {
        var path = pointer.endsWith("/*") ? pointer.substring(0, pointer.length() - 2) : pointer;
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Stream<String> words(String camelCase) {
        return Stream.of(camelCase.split("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]"))
                .map(word -> word.toLowerCase(Locale.ROOT));
    }
}
