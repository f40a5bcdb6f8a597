package org.alongside.contracts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Schemas that others may have built on already, by path and SHA-256 of the file: they never change again, a space included. */
record Released(Map<String, String> hashes) {

    static Released of(JsonNode file) {
        return new Released(file.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asString())));
    }

    List<String> violations(Map<String, String> files) {
        return hashes.entrySet().stream()
                .filter(each -> !Objects.equals(hash(files.get(each.getKey())), each.getValue()))
                .map(each -> each.getKey() + " is released and was changed or removed; add a version instead")
                .sorted()
                .toList();
    }

    static String hash(@Nullable String text) {
        try {
            return text == null
                    ? "gone"
                    : HexFormat.of()
                            .formatHex(
                                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
