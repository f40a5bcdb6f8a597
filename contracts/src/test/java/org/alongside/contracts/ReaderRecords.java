package org.alongside.contracts;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a listener really reads, seen from the records it reads events into, so that its reader files cannot say anything
 * else. For the tests of a service. The record's key, which a listener has as its lane, is no part of this.
 */
public final class ReaderRecords {

    private ReaderRecords() {}

    /**
     * Where the components of a record point to in the payload, nested records and the items of lists ({@code *}) included.
     *
     * @throws IllegalArgumentException for a type of which nobody can see what it reads: no record, a map, any object
     */
    public static SortedSet<String> pointers(Class<?> record) {
        return Read.of(record).map(Read::pointer).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Where a listener says something else than its reader files or the schemas do, a line each; empty if nowhere.
     *
     * @param reader short name of the service that listens
     * @param source short name of the service that tells
     * @param readsByType the record of each type that is handled, by its wire name without the service
     */
    public static List<String> differences(String reader, String source, Map<String, Class<?>> readsByType) {
        return differences(Catalogue.of(ContractFiles.onClassPath()), reader, source, readsByType);
    }

    static List<String> differences(
            Catalogue catalogue, String reader, String source, Map<String, Class<?>> readsByType) {
        var told = catalogue.of(source).collect(Collectors.toMap(Event::name, Function.identity()));
        if (told.isEmpty()) {
            return List.of("Nothing is told by " + source);
        }
        var types = new TreeSet<>(readsByType.keySet());
        told.values().stream()
                .filter(event -> event.readers().containsKey(reader))
                .map(Event::name)
                .forEach(types::add);
        return types.stream()
                .flatMap(type ->
                        of(told.get(type), reader, readsByType.get(type)).map(line -> type + ": " + line))
                .toList();
    }

    private static Stream<String> of(@Nullable Event event, String reader, @Nullable Class<?> record) {
        if (event == null) {
            return Stream.of("is handled, but nobody tells it");
        }
        var file = "readers/" + reader + ".json";
        var said = event.readers().get(reader);
        if (said == null) {
            return Stream.of("is handled, but has no " + file);
        }
        if (record == null) {
            return Stream.of("has " + file + ", but is not handled");
        }
        var read = pointers(record);
        return Stream.of(
                        Read.of(record).flatMap(each -> each.faults(event.schema())),
                        read.stream()
                                .filter(each -> unnamed(event, said, each))
                                .map(each -> each + " is read, but not in " + file),
                        said.all()
                                .filter(each -> !read.contains(each))
                                .map(each -> each + " is in " + file + ", but not read"))
                .flatMap(Function.identity());
    }

    private static boolean unnamed(Event event, Reader said, String pointer) {
        return !said.names(pointer) && Pointing.at(event.schema(), pointer) != Pointing.NOTHING;
    }
}
