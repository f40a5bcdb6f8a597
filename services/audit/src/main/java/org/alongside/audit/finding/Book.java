package org.alongside.audit.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the rules write down what they find while the audit runs. */
public final class Book {

    private final List<Fault> faults = new ArrayList<>();
    private final List<HandOff> handOffs = new ArrayList<>();
    private final Map<String, Long> read = new TreeMap<>();
    private final Map<String, Long> notes = new TreeMap<>();

    public void fault(Count count, String rule, String about, String what) {
        faults.add(new Fault(count, rule, about, what));
    }

    public void handOff(HandOff handOff) {
        handOffs.add(handOff);
    }

    /** How much of something was read. */
    public void read(String what, long amount) {
        read.merge(what, amount, Long::sum);
    }

    /** Something that is legal and worth knowing, such as a record that was delivered twice. */
    public void note(String what, long amount) {
        notes.merge(what, amount, Long::sum);
    }

    public Findings close() {
        return new Findings(List.copyOf(faults), List.copyOf(handOffs), new TreeMap<>(read), new TreeMap<>(notes));
    }
}
