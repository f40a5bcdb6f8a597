package org.alongside.contracts;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The event contracts as a producer's tests need them: strict, so that a field that the contract does not name is a
 * violation. Readers are lenient, and do not use this.
 */
public final class Contracts {

    private final Map<String, Schema> byUrn;

    private Contracts(Map<String, Schema> byUrn) {
        this.byUrn = byUrn;
    }

    /** The contracts of the class path, from the folder or the test-jar. */
    public static Contracts load() {
        var registry = Schemas.registry();
        var byUrn = new TreeMap<String, Schema>();
        var files = ContractFiles.onClassPath();
        files.forEach((path, text) -> {
            if (path.endsWith(".schema.json")) {
                var schema = registry.getSchema(text, InputFormat.JSON);
                byUrn.put(schema.getSchemaNode().path("$id").asString(), schema);
            }
        });
        return new Contracts(byUrn);
    }

    /** What is wrong with the payload, a line each with where it is; empty if nothing is. */
    public List<String> violations(String shortName, String event, String version, String json) {
        return violations("urn:alongside:" + shortName + ":" + event + ":" + version, json);
    }

    /** The same for a payload that names its schema itself, as {@code ce_dataschema} does. An unknown one is a violation. */
    public List<String> violations(String dataschema, String json) {
        var schema = byUrn.get(dataschema);
        return schema == null ? List.of("There is no schema " + dataschema + ".") : Schemas.violations(schema, json);
    }

    /** The wire names a service tells, without their prefix; empty for a service that tells nothing. */
    public Set<String> events(String shortName) {
        var prefix = "urn:alongside:" + shortName + ":";
        return byUrn.keySet().stream()
                .filter(urn -> urn.startsWith(prefix))
                .map(urn -> urn.substring(prefix.length(), urn.lastIndexOf(':')))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
