package org.alongside.mentorship.matching;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kept;
import org.alongside.eventing.document.Owed;
import org.alongside.eventing.document.OwedWork;
import org.alongside.mentorship.mentor.Mentor;
import org.alongside.mentorship.mentor.MentorState;
import org.alongside.mentorship.ranking.Candidate;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * A mentor came, changed or has a place again: those who wait and whom the mentor fits are looked at in their order, the
 * hand-off's first, then by the time they have waited, until the mentor's places are promised.
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
        if (withRoom(roster, mentorId).isPresent()) {
            for (var waiting : inOrder()) {
                var mentor = withRoom(roster, mentorId);
                if (mentor.isEmpty() || keptFromAllWhoFollow(mentor.get(), waiting)) {
                    break;
                }
                changes.lookAgain(waiting.id(), mentor.get(), roster);
                mentees.find(waiting.id()).ifPresent(now -> promise(now.orElse(Mentee.SHELL), roster));
            }
        }
        return true;
    }

    private static Optional<Candidate> withRoom(Roster roster, String mentorId) {
        return roster.find(mentorId)
                .filter(mentor -> mentor.free() > 0 && mentor.mentor().state() == MentorState.ACTIVE);
    }

    /** What is left is kept for the hand-off's, who come first in the order. */
    private static boolean keptFromAllWhoFollow(Candidate mentor, Kept<Mentee> waiting) {
        return mentor.free() <= mentor.mentor().profile().keptForDischarged()
                && !waiting.orElse(Mentee.SHELL).continuityOpen();
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
        mentors.change(
                mentorId,
                Cause.OWN,
                (kept, now) -> kept.owed().containsKey(entry)
                        ? Decision.<Mentor, Void>unchanged().settling(entry)
                        : Decision.unchanged());
    }
}
