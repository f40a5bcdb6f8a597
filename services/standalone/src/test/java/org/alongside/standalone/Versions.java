package org.alongside.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.alongside.eventing.document.DocumentSpace;
import org.bson.Document;

/** How often each document of all services was written. */
record Versions(Map<String, Long> of) {

    private static final int ALL = 100_000;

    static Versions in(Standalone standalone) {
        var versions = new TreeMap<String, Long>();
        for (var service : Service.values()) {
            var space = standalone.context(service).getBean(DocumentSpace.class);
            for (var kind : space.kinds()) {
                space.store()
                        .find(kind.collection(), new Document(), new Document("_id", 1), ALL)
                        .forEach(document -> versions.put(
                                service.shortName() + "/" + kind.collection() + "/" + document.getString("_id"),
                                document.getLong("version")));
            }
        }
        return new Versions(versions);
    }

    /** Documents that were written since. */
    List<String> changedSince(Versions before) {
        var names = new TreeSet<>(of.keySet());
        names.addAll(before.of.keySet());
        var changed = new ArrayList<String>();
        for (var name : names) {
            if (!Objects.equals(of.get(name), before.of.get(name))) {
                changed.add(name + " " + before.of.get(name) + " -> " + of.get(name));
            }
        }
        return changed;
    }
}
