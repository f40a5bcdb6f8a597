package org.alongside.groups.participant;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Owed;
import org.alongside.eventing.document.OwedWork;
import org.jspecify.annotations.Nullable;

/**
 * Notes a wish to avoid somebody where that person's own looks find it. Whoever wished is looked at once more when it is
 * noted, because the other may have sat down beside them until then.
 */
class KeepingApart implements OwedWork<Boolean> {

    static final String WANT = "keep-apart";
    private static final Predicate<String> PERSON =
            Pattern.compile("[0-9a-f]{32}").asMatchPredicate();

    private final Documents<Avoided> avoided;
    private final SeatingParticipants seating;

    KeepingApart(Documents<Avoided> avoided, SeatingParticipants seating) {
        this.avoided = avoided;
        this.seating = seating;
    }

    /** What a profile owes, as far as whom it avoids differs from before; mentors and groups have no looks of their own. */
    static Map<String, Owed> owed(@Nullable Profile before, @Nullable Profile after) {
        var entries = new TreeMap<String, Owed>();
        if (after != null) {
            var changed = new TreeSet<>(after.avoid());
            changed.addAll(avoid(before));
            changed.removeIf(id -> !PERSON.test(id)
                    || after.avoid().contains(id) == avoid(before).contains(id));
            for (var id : changed) {
                var wish = Map.of(
                        "profile", Integer.toString(after.version()),
                        "stands", Boolean.toString(after.avoid().contains(id)));
                entries.put("apart-" + after.version() + "-" + id, new Owed(WANT, id, wish));
            }
        }
        return entries;
    }

    private static Set<String> avoid(@Nullable Profile profile) {
        return profile == null ? Set.of() : profile.avoid();
    }

    @Override
    public String collection() {
        return "participants";
    }

    @Override
    public String want() {
        return WANT;
    }

    @Override
    public Boolean carryOut(String patientId, String entry, Owed owed) {
        var wish =
                new Avoided.Wish(Integer.parseInt(owed.detail("profile")), Boolean.parseBoolean(owed.detail("stands")));
        avoided.change(owed.target(), Cause.OWN, (kept, now) -> {
            var known = kept.orElse(Avoided.BY_NOBODY);
            var next = known.with(patientId, wish);
            return next.equals(known) ? Decision.unchanged() : Decision.to(next);
        });
        return true;
    }

    @Override
    public void settle(String patientId, String entry, Owed owed, Boolean done) {
        seating.keptApart(patientId, entry);
    }
}
