package org.alongside.groups.group;

import java.util.List;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kept;
import org.alongside.groups.GroupsSettings;
import org.bson.Document;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class GroupController {

    private static final int LARGEST_PAGE = 200;

    private final SchedulingGroups scheduling;
    private final Documents<Group> groups;
    private final GroupsSettings settings;

    GroupController(SchedulingGroups scheduling, Documents<Group> groups, GroupsSettings settings) {
        this.scheduling = scheduling;
        this.groups = groups;
        this.settings = settings;
    }

    record GroupAnswer(
            String groupId,
            PlanText plan,
            long timetable,
            int taken,
            int waiting,
            @Nullable Integer free) {}

    @PutMapping("/groups/{groupId}")
    ResponseEntity<GroupAnswer> plan(@PathVariable String groupId, @RequestBody PlanText plan, Cause.Command command) {
        return answer(scheduling.plan(groupId, plan.read(settings.centre()), command));
    }

    @GetMapping("/groups/{groupId}")
    ResponseEntity<GroupAnswer> group(@PathVariable String groupId) {
        return answer(scheduling.find(groupId));
    }

    private ResponseEntity<GroupAnswer> answer(Kept<Group> kept) {
        return ResponseEntity.ok().eTag(String.valueOf(kept.version())).body(answer(kept.orElseThrow()));
    }

    private GroupAnswer answer(Group group) {
        return new GroupAnswer(
                group.groupId(),
                PlanText.of(group.plan()),
                group.timetable(),
                scheduling.taken(group),
                group.places().queue().size(),
                group.limited() ? group.room() : null);
    }

    @GetMapping("/groups")
    List<GroupAnswer> groups(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = LARGEST_PAGE) int limit) {
        return groups.page(new Document(), after, limit).stream()
                .map(kept -> answer(kept.orElseThrow()))
                .toList();
    }
}
