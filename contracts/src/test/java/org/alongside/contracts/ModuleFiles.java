package org.alongside.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files of this module as they lie in the working copy, for what is not on the class path. */
final class ModuleFiles {

    private static final Path MODULE =
            Path.of(System.getProperty("basedir", ".")).toAbsolutePath();
    private static final YAMLMapper YAML = new YAMLMapper();

    private ModuleFiles() {}

    static Path path(String path) {
        return MODULE.resolve(path).normalize();
    }

    static String text(String path) {
        try {
            return Files.readString(path(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String path) {
        return Catalogue.JSON.readTree(text(path));
    }

    static JsonNode yaml(String path) {
        return yamlOf(text(path));
    }

    static JsonNode yamlOf(String text) {
        return YAML.readTree(text);
    }
}
