package org.alongside.intake.adt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which of our codes a sender's field means.
 *
 * @param from where to look, first to last; the first field with a code of the table decides
 * @param codes theirs to ours
 * @param otherwise ours, where all those fields are empty
 */
record CodeTable(
        @DefaultValue List<FieldPath> from,
        @DefaultValue Map<String, String> codes,
        @Nullable String otherwise) {

    /** Empty where the message says nothing of it; fields with codes that no table knows are refused. */
    Optional<String> of(Er7Message message) {
        FieldPath unknown = null;
        for (var field : from) {
            var theirs = message.value(field);
            if (theirs != null && codes.containsKey(theirs)) {
                return Optional.of(codes.get(theirs));
            }
            if (theirs != null && unknown == null) {
                unknown = field;
            }
        }
        if (unknown != null) {
            throw Rule.UNKNOWN_CODE.at(unknown);
        }
        return Optional.ofNullable(otherwise);
    }

    /** Whether the message leaves all of it out, so that at most {@code otherwise} is said. */
    boolean silent(Er7Message message) {
        return from.stream().allMatch(field -> message.value(field) == null);
    }

    String required(Er7Message message) {
        return of(message).orElseThrow(() -> Rule.REQUIRED.at(from.toArray(FieldPath[]::new)));
    }

    /** What the message says if it says something we know. */
    Optional<String> ifKnown(Er7Message message) {
        try {
            return of(message);
        } catch (NotTaken unknown) {
            return Optional.empty();
        }
    }
}
