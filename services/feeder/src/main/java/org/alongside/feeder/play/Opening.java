package org.alongside.feeder.play;

import java.util.Map;
import org.alongside.audit.ledger.Entry.Kind;
import org.alongside.feeder.book.Deed;
import org.alongside.feeder.centre.SampleCentre;
import org.alongside.feeder.http.Doors;

/** Before the first day: supervisors enter the mentors, staff the groups. */
final class Opening {

    private final SampleCentre centre;
    private final Doors doors;
    private final Doing doing;

    Opening(SampleCentre centre, Doors doors, Doing doing) {
        this.centre = centre;
        this.doors = doors;
        this.doing = doing;
    }

    void work() {
        centre.mentors().forEach((mentorId, plan) -> put("mentorship", "/mentors/", mentorId, plan));
        centre.groups().forEach(group -> put("groups", "/groups/", group.groupId(), group.plan()));
    }

    private void put(String service, String path, String id, Map<String, Object> plan) {
        doing.once(
                new Deed(Kind.COMMAND, "opening:" + id, null, id, Map.of("what", "opening")),
                deed -> doors.put(service, path + id, deed.key(), plan));
    }
}
