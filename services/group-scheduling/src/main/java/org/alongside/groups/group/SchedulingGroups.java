package org.alongside.groups.group;

import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kept;
import org.alongside.eventing.web.Refused;

/** Opens groups, changes them, and finds them. */
public class SchedulingGroups {

    private final Documents<Group> groups;
    private final Holders holders;

    public SchedulingGroups(Documents<Group> groups, Holders holders) {
        this.groups = groups;
        this.holders = holders;
    }

    /** Opens the group or changes its plan; everyone who sits there is looked at again. */
    public Kept<Group> plan(String groupId, GroupPlan plan, Cause cause) {
        if (!groupId.matches("(?=.*[a-z])[a-z0-9-]{3,64}")) {
            throw Refused.invalid(
                    "unreadable-id",
                    "groupId",
                    "An id is 3 to 64 lower-case letters, digits and hyphens, at least one a letter.");
        }
        groups.change(groupId, cause, (kept, now) -> {
            var group = kept.state();
            return group == null ? Group.open(groupId, plan) : group.planned(plan, holders.seats(groupId), now);
        });
        return find(groupId);
    }

    /** @throws Refused when there is no such group */
    public Kept<Group> find(String groupId) {
        return groups.find(groupId).filter(kept -> kept.state() != null).orElseThrow(SchedulingGroups::unknown);
    }

    /** Places taken; of a group without a limit, which does not count them, the seats that people's documents name. */
    int taken(Group group) {
        return group.limited()
                ? group.places().claims().size()
                : holders.seats(group.groupId()).size();
    }

    public static Refused unknown() {
        return Refused.unknown("unknown-group", "groupId", "There is no such group.");
    }
}
