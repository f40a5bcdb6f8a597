package org.alongside.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The text of every contract file by its path below {@code contracts/}, wherever the files are. */
final class ContractFiles {

    private static final String ROOT = "contracts";
    private static final String ANCHOR = "/events/released.json";
    private static final List<String> FOLDERS = List.of("events", "asyncapi");

    private ContractFiles() {}

    static SortedMap<String, String> onClassPath() {
        return around(Objects.requireNonNull(
                ContractFiles.class.getClassLoader().getResource(ROOT + ANCHOR),
                "The contracts are not on the class path."));
    }

    /** As they lie in the working copy, so that a file removed there is gone at once, whatever an earlier build has copied. */
    static SortedMap<String, String> ofModule() {
        try {
            return below(ModuleFiles.path(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SortedMap<String, String> around(URL anchor) {
        try {
            return anchor.getProtocol().equals("jar")
                    ? inJar(anchor)
                    : below(Path.of(anchor.toURI()).getParent().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SortedMap<String, String> inJar(URL anchor) throws IOException, URISyntaxException {
        var jar = ((JarURLConnection) anchor.openConnection()).getJarFileURL();
        try (var files = FileSystems.newFileSystem(Path.of(jar.toURI()))) {
            return below(files.getPath("/" + ROOT));
        }
    }

    private static SortedMap<String, String> below(Path root) throws IOException {
        var texts = new TreeMap<String, String>();
        for (var folder : FOLDERS) {
            try (var paths = Files.walk(root.resolve(folder))) {
                for (var path : paths.filter(Files::isRegularFile).toList()) {
                    texts.put(root.relativize(path).toString().replace('\\', '/'), Files.readString(path));
                }
            }
        }
        return texts;
    }
}
