package org.alongside.eventing.document;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;

/**
 * What a document still has to do to a sibling document of the same service.
 *
 * @param want names the {@link OwedWork} that carries it out
 * @param target the id of the other document
 * @param details whatever the work has to know, as text
 */
public record Owed(String want, String target, Map<String, String> details) {

    public Owed(String want, String target) {
        this(want, target, Map.of());
    }

    /** As it was written into a document. */
    public static Owed of(Document stored) {
        var details = new LinkedHashMap<String, String>();
        stored.get("details", new Document()).forEach((name, value) -> details.put(name, (String) value));
        return new Owed(stored.getString("want"), stored.getString("target"), details);
    }

    Document stored() {
        return new Document("want", want)
                .append("target", target)
                .append("details", new Document(new LinkedHashMap<>(details)));
    }

    public String detail(String name) {
        var value = details.get(name);
        if (value == null) {
            throw new IllegalStateException("Owed work '" + want + "' was written without '" + name + "'");
        }
        return value;
    }
}
