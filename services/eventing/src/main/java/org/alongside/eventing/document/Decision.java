package org.alongside.eventing.document;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about one document: its next state, what is told of it, what it owes to siblings from now on and
 * which entries it has settled. Written as one update.
 *
 * @param <S> the state
 * @param <A> the answer to whoever asked; kept with a {@link Cause.Command}
 */
public record Decision<S, A>(
        @Nullable S state,
        List<Told> told,
        Map<String, Owed> owes,
        Set<String> settles,
        @Nullable A answer) {

    /** The document stays as it is; a receipt or command is still recorded. */
    public static <S, A> Decision<S, A> unchanged() {
        return new Decision<>(null, List.of(), Map.of(), Set.of(), null);
    }

    public static <S, A> Decision<S, A> to(S state) {
        return new Decision<>(state, List.of(), Map.of(), Set.of(), null);
    }

    public Decision<S, A> telling(List<Told> events) {
        return new Decision<>(
                state, Stream.concat(told.stream(), events.stream()).toList(), owes, settles, answer);
    }

    public Decision<S, A> telling(Told... events) {
        return telling(List.of(events));
    }

    public Decision<S, A> owing(String entry, Owed owed) {
        return owing(Map.of(entry, owed));
    }

    public Decision<S, A> owing(Map<String, Owed> entries) {
        var all = new LinkedHashMap<>(owes);
        all.putAll(entries);
        return new Decision<>(state, told, all, settles, answer);
    }

    /** An entry that is both owed and settled in one decision stays owed. */
    public Decision<S, A> settling(String entry) {
        var all = new LinkedHashSet<>(settles);
        all.add(entry);
        return new Decision<>(state, told, owes, all, answer);
    }

    public Decision<S, A> answering(A reply) {
        return new Decision<>(state, told, owes, settles, reply);
    }

    boolean changesNothing() {
        return state == null && told.isEmpty() && owes.isEmpty() && settles.isEmpty();
    }
}
