package org.alongside.feeder;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a feeder is started with; an option that is not known is an error with a sentence for the user. */
public record Options(Path data, int people, int days, long seed) {

    private static final Set<String> NAMES = Set.of("--data", "--people", "--days", "--seed");
    public static final int PEOPLE = 64;
    public static final int DAYS = 120;

    public static Options of(List<String> arguments, String usualData) {
        Map<String, String> given = new HashMap<>();
        for (int n = 0; n < arguments.size(); n += 2) {
            if (!NAMES.contains(arguments.get(n)) || n + 1 == arguments.size()) {
                throw new IllegalArgumentException("I do not know what to do with '" + arguments.get(n)
                        + "'. There are, each with a value, --data, --people, --days and --seed.");
            }
            given.put(arguments.get(n), arguments.get(n + 1));
        }
        return new Options(
                Path.of(given.getOrDefault("--data", usualData)),
                number(given, "--people", PEOPLE),
                number(given, "--days", DAYS),
                number(given, "--seed", 1));
    }

    private static int number(Map<String, String> given, String name, int usual) {
        try {
            int number = Integer.parseInt(given.getOrDefault(name, "" + usual));
            if (number < 1) {
                throw new NumberFormatException();
            }
            return number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " wants a whole number above 0.", e);
        }
    }

    /** The same, as arguments. */
    public List<String> arguments() {
        return List.of("--data", data.toString(), "--people", "" + people, "--days", "" + days, "--seed", "" + seed);
    }
}
