package org.alongside.eventing.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One kind of document.
 *
 * @param collection where it is stored
 * @param subject the first part of {@code ce_subject}, such as {@code patient}
 * @param state the root type of its state; every permitted subtype carries a {@code @TypeAlias}
 * @param dueAt the earliest instant at which time alone changes something, by the centre's clock
 * @param foundBy stored fields that {@link Documents#all} is asked by, such as {@code state.search._class}
 * @param remembered few documents that nearly every decision of the service looks at: what was read or written stays in
 *     memory, and {@link Documents#all} and {@link Documents#page} read again only those whose version has changed
 * @param neverDeleted so that an id and a version are one content for ever, apart from what the relay clears: what this
 *     process wrote last is decided upon again without being read, and the write tells whether somebody else wrote since
 */
public record Kind<S>(
        String collection,
        String subject,
        Class<S> state,
        Function<S, Optional<Instant>> dueAt,
        List<String> foundBy,
        boolean remembered,
        boolean neverDeleted) {

    public Kind(String collection, String subject, Class<S> state, Function<S, Optional<Instant>> dueAt) {
        this(collection, subject, state, dueAt, List.of(), false, false);
    }

    /** A kind that time alone never changes. */
    public static <S> Kind<S> of(String collection, String subject, Class<S> state) {
        return new Kind<>(collection, subject, state, s -> Optional.empty());
    }

    public Kind<S> foundBy(String... fields) {
        return new Kind<>(collection, subject, state, dueAt, List.of(fields), remembered, neverDeleted);
    }

    public Kind<S> keptInMind() {
        return new Kind<>(collection, subject, state, dueAt, foundBy, true, neverDeleted);
    }

    public Kind<S> isNeverDeleted() {
        return new Kind<>(collection, subject, state, dueAt, foundBy, remembered, true);
    }
}
