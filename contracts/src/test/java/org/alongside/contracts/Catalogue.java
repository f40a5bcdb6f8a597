package org.alongside.contracts;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every event there is, read from the folders. A file where none belongs is a fault, so that nothing lies there unchecked. */
record Catalogue(SortedMap<String, Event> events, Map<String, String> files) {

    static final JsonMapper JSON = JsonMapper.shared();

    static Catalogue read() {
        return of(ContractFiles.ofModule());
    }

    static Catalogue of(Map<String, String> files) {
        var events = new TreeMap<String, Event>();
        files.forEach((path, text) -> {
            var steps = path.split("/");
            if (steps[0].equals("events") && steps.length > 2) {
                file(
                        events.computeIfAbsent(steps[1] + "/" + steps[2], key -> empty(steps[1], steps[2])),
                        path,
                        text,
                        events);
            }
        });
        return new Catalogue(events, files);
    }

    Collection<Event> all() {
        return events.values();
    }

    Stream<Event> of(String owner) {
        return all().stream().filter(event -> event.owner().equals(owner));
    }

    private static Event empty(String owner, String name) {
        return new Event(owner, name, new TreeMap<>(), "", new TreeMap<>(), new TreeMap<>());
    }

    private static void file(Event event, String path, String text, Map<String, Event> events) {
        var below = path.substring(("events/" + event.path() + "/").length());
        if (below.endsWith(".schema.json")) {
            event.schemas().put(Version.of(below.replace(".schema.json", "")), json(text));
        } else if (below.equals("CHANGELOG.md")) {
            events.put(
                    event.path(),
                    new Event(event.owner(), event.name(), event.schemas(), text, event.examples(), event.readers()));
        } else if (below.matches("examples/[a-z0-9-]+\\.json")) {
            event.examples().put(below.substring("examples/".length()), text);
        } else if (below.matches("readers/[a-z-]+\\.json")) {
            event.readers().put(below.replaceAll("readers/|\\.json", ""), Reader.of(json(text)));
        } else {
            throw new IllegalStateException("No such file belongs to an event: " + path);
        }
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}
