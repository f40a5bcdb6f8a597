package org.alongside.continuum.journey;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.alongside.continuum.centre.DutyRoster;
import org.alongside.continuum.checkin.CheckIn;
import org.alongside.continuum.outreach.Task;
import org.jspecify.annotations.Nullable;

/** Everything about one person as one story, for staff. */
record JourneyView(
        String patientId,
        String phase,
        @Nullable LeaveView leaveToContact,
        List<EpisodeView> episodes,
        List<TaskView> tasks,
        List<MomentView> story) {

    record LeaveView(
            boolean holds, List<String> channels, @Nullable Instant expires) {}

    record EpisodeView(
            String admissionId,
            String phase,
            @Nullable Instant admittedAt,
            @Nullable Instant dischargedAt,
            @Nullable String disposition,
            boolean followUpPaused,
            @Nullable String mentorId,
            @Nullable String matchId,
            List<SeatView> seats,
            int sessionsPresent,
            int sessionsAbsent,
            @Nullable HandoffView handoff,
            List<CheckInView> checkIns) {}

    record SeatView(String seatId, String groupId, String phase, Instant firstSessionAt) {}

    record CheckInView(
            String checkInId,
            String step,
            String channel,
            String state,
            @Nullable Instant due,
            @Nullable Instant answeredAt,
            @Nullable String doing) {}

    record MomentView(Instant at, String what, @Nullable String about, String inWords) {}

    static JourneyView of(String patientId, Journey journey, Instant now, DutyRoster roster) {
        var leave = journey.leave();
        return new JourneyView(
                patientId,
                journey.standing(),
                leave == null
                        ? null
                        : new LeaveView(
                                leave.holds(now),
                                leave.scopes().stream().sorted().toList(),
                                leave.expires()),
                journey.episodes().values().stream().map(JourneyView::of).toList(),
                journey.tasks().values().stream()
                        .sorted(Comparator.comparing(Task::raisedAt).thenComparing(Task::taskId))
                        .map(task -> TaskView.of(patientId, task, roster))
                        .toList(),
                journey.story().stream()
                        .map(m -> new MomentView(m.at(), m.what(), m.ref(), Words.of(m)))
                        .toList());
    }

    private static EpisodeView of(Episode e) {
        var left = e.phase() instanceof Phase.Discharged d ? d : null;
        return new EpisodeView(
                e.admissionId(),
                switch (e.phase()) {
                    case Phase.HeardOf heard -> "expected";
                    case Phase.InTreatment treated -> "in-treatment";
                    case Phase.Discharged discharged -> "discharged";
                    case Phase.Cancelled cancelled -> "cancelled";
                },
                e.phase().admitted(),
                e.leftAt(),
                left == null ? null : left.disposition().code(),
                e.paused(),
                e.known().mentorId(),
                e.known().matchId(),
                e.known().seats().entrySet().stream()
                        .map(s -> new SeatView(
                                s.getKey(),
                                s.getValue().groupId(),
                                s.getValue().phase(),
                                s.getValue().firstSessionAt()))
                        .toList(),
                e.known().sessions("present"),
                e.known().sessions("absent"),
                e.handoff() == null ? null : HandoffView.of(e.handoff()),
                e.checkIns().stream().map(JourneyView::of).toList());
    }

    private static CheckInView of(CheckIn c) {
        var answered = c.state() instanceof CheckIn.State.Answered a ? a : null;
        return new CheckInView(
                c.checkInId(),
                c.step(),
                c.channel(),
                c.state().code(),
                c.state().when(),
                answered == null ? null : answered.at(),
                answered == null ? null : answered.doing().code());
    }
}
