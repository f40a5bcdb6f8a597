package org.alongside.eventing.document;

import java.util.Map;

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

    public String detail(String name) {
        var value = details.get(name);
        if (value == null) {
            throw new IllegalStateException("Owed work '" + want + "' was written without '" + name + "'");
        }
        return value;
    }
}
