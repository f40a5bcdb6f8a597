package org.alongside.groups.participant;

import java.util.Comparator;
import java.util.List;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kept;
import org.alongside.eventing.document.Owed;
import org.alongside.eventing.document.OwedWork;
import org.alongside.groups.group.Group;

/** A group has room, or is new: whoever waits for such a group is looked at again, hand-offs first, then by the time waited. */
class SearchingForThoseWhoWait implements OwedWork<Boolean> {

    private static final Comparator<Kept<Participant>> ORDER = Comparator.comparing(
                    (Kept<Participant> kept) -> kept.orElseThrow().handoffWaits())
            .reversed()
            .thenComparing(kept -> kept.orElseThrow().lackingSince())
            .thenComparing(Kept::id);

    private final Documents<Participant> participants;
    private final Documents<Group> groups;
    private final SeatingParticipants seating;

    SearchingForThoseWhoWait(
            Documents<Participant> participants, Documents<Group> groups, SeatingParticipants seating) {
        this.participants = participants;
        this.groups = groups;
        this.seating = seating;
    }

    @Override
    public String collection() {
        return "groups";
    }

    @Override
    public String want() {
        return Group.SEARCH;
    }

    @Override
    public Boolean carryOut(String groupId, String entry, Owed owed) {
        for (var waiting : inOrder(groups.find(groupId).orElseThrow().orElseThrow())) {
            seating.look(waiting.id());
        }
        return true;
    }

    private List<Kept<Participant>> inOrder(Group group) {
        return participants
                .all(ParticipantConfiguration.WAITING)
                .filter(kept -> !kept.frozen() && kept.orElseThrow().seeks(group))
                .sorted(ORDER)
                .toList();
    }

    @Override
    public void settle(String groupId, String entry, Owed owed, Boolean done) {
        groups.change(
                groupId,
                Cause.OWN,
                (kept, now) -> Decision.<Group, Void>unchanged().settling(entry));
    }
}
