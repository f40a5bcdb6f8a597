package org.alongside.continuum.journey;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.function.Function;
import org.alongside.continuum.journey.ReadingJourneys.Page;
import org.alongside.continuum.outreach.Task;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tasks of the staff: what is theirs, what they tried, how it ended. */
@RestController
class TaskController {

    private final ReadingJourneys reading;
    private final FollowingPeople following;
    private final Practice practice;

    TaskController(ReadingJourneys reading, FollowingPeople following, Practice practice) {
        this.reading = reading;
        this.following = following;
        this.practice = practice;
    }

    /**
     * @param outcome a code
     * @param by a staffId
     */
    record Report(@NotBlank String outcome, @NotBlank String by) {}

    @GetMapping("/tasks")
    Page<TaskView> tasks(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return switch (state) {
            case "open" -> reading.tasks(true, assignee, after, limit);
            case "closed" -> reading.tasks(false, assignee, after, limit);
            default -> throw Refused.invalid("unknown-code", "state", "One of open, closed is needed.");
        };
    }

    @PostMapping("/journeys/{patientId}/tasks/{taskId}/attempts")
    TaskView attempt(
            @PathVariable String patientId,
            @PathVariable String taskId,
            @Valid @RequestBody Report report,
            Cause.Command command) {
        return order(patientId, command, staff -> staff.attempt(taskId, report.outcome(), report.by()));
    }

    @PostMapping("/journeys/{patientId}/tasks/{taskId}/closure")
    TaskView close(
            @PathVariable String patientId,
            @PathVariable String taskId,
            @Valid @RequestBody Report report,
            Cause.Command command) {
        return order(patientId, command, staff -> staff.close(taskId, report.outcome(), report.by()));
    }

    private TaskView order(String patientId, Cause.Command command, Function<StaffCommands, Task> does) {
        return following.order(
                patientId,
                command.thatCannotWait(),
                TaskView.class,
                turn -> view(patientId, does.apply(new StaffCommands(turn))));
    }

    private TaskView view(String patientId, Task task) {
        return TaskView.of(patientId, task, practice.tasks().roster());
    }
}
