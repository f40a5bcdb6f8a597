package org.alongside.continuum.journey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.alongside.continuum.checkin.CheckIn;
import org.alongside.continuum.handoff.Handoff;
import org.alongside.continuum.handoff.Line;
import org.alongside.continuum.handoff.LineState;
import org.alongside.continuum.handoff.Stage;
import org.alongside.continuum.outreach.Task;
import org.alongside.continuum.outreach.TaskReason;
import org.jspecify.annotations.Nullable;

/**
 * One person's way through everything, as this service knows it.
 *
 * @param story the latest moments, oldest first; bounded
 * @param standing the present phase as a code, kept for looking people up
 * @param openTasks how many tasks are open, kept for looking them up
 * @param reviewAt something was heard while a lane was parked, and what follows from it is not decided yet
 */
record Journey(
        boolean deceased,
        @Nullable Leave leave,
        Map<String, Episode> episodes,
        Map<String, Task> tasks,
        Counters counters,
        Tally tally,
        List<Moment> story,
        String standing,
        int openTasks,
        @Nullable Instant reviewAt) {

    static final Journey SHELL =
            new Journey(false, null, Map.of(), Map.of(), Counters.NONE, Tally.NONE, List.of(), "expected", 0, null);

    /** The earliest instant at which time alone changes something. */
    static Optional<Instant> dueAt(Journey journey) {
        if (journey.deceased()) {
            return Optional.empty();
        }
        var escalations = journey.tasks().values().stream()
                .flatMap(task -> task.state() instanceof Task.State.Waiting waiting
                        ? Stream.of(waiting.escalateAt())
                        : Stream.empty());
        var episodes = journey.episodes().values().stream()
                .filter(episode -> !episode.paused())
                .flatMap(journey::dueIn);
        return Stream.of(escalations, episodes, Stream.ofNullable(journey.reviewAt()))
                .flatMap(Function.identity())
                .min(Instant::compareTo);
    }

    private Stream<Instant> dueIn(Episode episode) {
        var checkIns =
                episode.phase().left() ? episode.checkIns().stream().flatMap(Journey::dueOf) : Stream.<Instant>empty();
        return Stream.of(
                        checkIns,
                        Stream.ofNullable(episode.running()).flatMap(this::dueOf),
                        Stream.ofNullable(firstSession(episode)))
                .flatMap(Function.identity());
    }

    private static Stream<Instant> dueOf(CheckIn checkIn) {
        return switch (checkIn.state()) {
            case CheckIn.State.Planned planned -> Stream.of(planned.due());
            case CheckIn.State.Due due -> Stream.of(due.missedAt());
            case CheckIn.State.Answered answered -> Stream.empty();
            case CheckIn.State.Missed missed -> Stream.empty();
            case CheckIn.State.Cancelled cancelled -> Stream.empty();
        };
    }

    private Stream<Instant> dueOf(Handoff handoff) {
        var deadlines = handoff.lines().values().stream()
                .flatMap(line -> line instanceof LineState.Open open
                        ? Stream.ofNullable(open.deadline())
                        : Stream.<Instant>empty());
        var cover = handoff.coverBy() != null && !covered(handoff) ? handoff.coverBy() : null;
        var expiry = leave != null && handoff.line(Line.LEAVE_TO_CONTACT).secured() ? leave.expires() : null;
        return Stream.of(deadlines, Stream.ofNullable(cover), Stream.ofNullable(expiry))
                .flatMap(Function.identity());
    }

    /** Completes a hand-off that is secured, and ends the task to bridge the time until it. */
    private @Nullable Instant firstSession(Episode episode) {
        var handoff = episode.running();
        return handoff != null
                        && (handoff.stage() instanceof Stage.Secured || firstSessionIsLate(episode))
                        && handoff.discharged() != null
                        && handoff.line(Line.ALUMNI_SEAT) instanceof LineState.Secured seat
                ? seat.begins()
                : null;
    }

    private boolean firstSessionIsLate(Episode episode) {
        return tasks.values().stream()
                .anyMatch(task -> task.open()
                        && task.reason() == TaskReason.FIRST_SESSION_LATE
                        && task.admissionId().equals(episode.admissionId()));
    }

    /** Whether somebody owns an open task for this hand-off. */
    boolean covered(Handoff handoff) {
        return tasks.values().stream().anyMatch(task -> task.covers(handoff));
    }
}
