package org.alongside.mentorship.matching;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kept;
import org.alongside.eventing.document.Owed;
import org.alongside.eventing.document.OwedWork;
import org.alongside.mentorship.mentor.Mentor;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * A mentor came, changed or has a place again: those who wait are looked at in their order, the hand-off's first, then
 * by the time they have waited, until the mentor's places are promised.
 */
@Component
class SearchingForThoseWaiting implements OwedWork<Boolean> {

    static final Document WAITING = new Document("state.search._class", Search.WAITING);

    private static final Comparator<Kept<Mentee>> ORDER = Comparator.<Kept<Mentee>, Boolean>comparing(
                    kept -> !kept.orElse(Mentee.SHELL).continuityOpen())
            .thenComparing(kept -> since(kept.orElse(Mentee.SHELL)))
            .thenComparing(Kept::id);

    private final Mentees changes;
    private final Documents<Mentee> mentees;
    private final Documents<Mentor> mentors;

    SearchingForThoseWaiting(Mentees changes, Documents<Mentee> mentees, Documents<Mentor> mentors) {
        this.changes = changes;
        this.mentees = mentees;
        this.mentors = mentors;
    }

    @Override
    public String collection() {
        return "mentors";
    }

    @Override
    public String want() {
        return Mentor.SEARCH_WAITING;
    }

    @Override
    public Boolean carryOut(String mentorId, String entry, Owed owed) {
        var roster = new Roster(mentors);
        for (var waiting : inOrder()) {
            if (roster.find(mentorId).filter(mentor -> mentor.free() > 0).isEmpty()) {
                break;
            }
            changes.lookAgain(waiting.id(), roster);
            mentees.find(waiting.id()).ifPresent(now -> promise(now.orElse(Mentee.SHELL), roster));
        }
        return true;
    }

    private List<Kept<Mentee>> inOrder() {
        return mentees.all(WAITING).filter(kept -> !kept.frozen()).sorted(ORDER).toList();
    }

    private static void promise(Mentee mentee, Roster roster) {
        if (mentee.search() instanceof Search.Claiming claiming) {
            roster.promise(claiming.proposal());
        }
    }

    private static Instant since(Mentee mentee) {
        return mentee.searchingSince() == null ? Instant.MAX : mentee.searchingSince();
    }

    @Override
    public void settle(String mentorId, String entry, Owed owed, Boolean done) {
        mentors.change(mentorId, Cause.OWN, (kept, now) -> {
            var mentor = kept.state();
            return mentor == null || !kept.owed().containsKey(entry)
                    ? Decision.unchanged()
                    : Decision.<Mentor, Void>to(mentor).settling(entry);
        });
    }
}
