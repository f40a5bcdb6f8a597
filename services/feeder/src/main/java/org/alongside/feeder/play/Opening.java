package org.alongside.feeder.play;

import java.util.Map;
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
        centre.mentors()
                .forEach((mentorId, plan) ->
                        put("mentorship", "/mentors/", mentorId, plan, "mentor-availability-changed"));
        centre.groups().forEach(group -> put("groups", "/groups/", group.groupId(), group.plan(), "group-changed"));
    }

    private void put(String service, String path, String id, Map<String, Object> plan, String event) {
        doing.once(
                Deed.command("opening", "opening:" + id, null, id).with(Map.of("event", event, "lane", id)),
                deed -> doors.put(service, path + id, deed.key(), plan));
    }
}
