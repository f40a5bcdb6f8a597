package org.alongside.audit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The audit uses none of the services' code, so what it believes of their listeners is compared with their sources. */
class ListeningAsTheServicesDoTest {

    private static final Map<String, String> MODULES =
            Map.of("mentorship", "mentorship-matching", "groups", "group-scheduling", "continuum", "continuum-of-care");
    private static final Pattern LISTENER =
            Pattern.compile("LaneListener\\.to\\(\"(\\w+)\"\\)(.*?)\\.build\\(\\)", Pattern.DOTALL);
    private static final Pattern HANDLED = Pattern.compile("\\.on\\(\\s*\"([a-z-]+)\"");

    @Test
    void the_table_names_what_each_service_applies() {
        var believed = new TreeMap<String, Set<String>>(); // one listener may write to several collections
        Listening.ALL.forEach(listening -> believed.computeIfAbsent(
                        listening.service() + " of " + listening.source(), heard -> new TreeSet<>())
                .addAll(listening.types()));
        assertThat(believed).isEqualTo(declared());
    }

    private static Map<String, Set<String>> declared() {
        var declared = new TreeMap<String, Set<String>>();
        MODULES.forEach((service, module) -> {
            try (var files = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (var file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    var listeners = LISTENER.matcher(Files.readString(file));
                    while (listeners.find()) {
                        var types = new TreeSet<String>();
                        HANDLED.matcher(listeners.group(2)).results().forEach(type -> types.add(type.group(1)));
                        declared.put(service + " of " + listeners.group(1), types);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return declared;
    }
}
