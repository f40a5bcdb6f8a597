package org.alongside.continuum.journey;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.alongside.continuum.handoff.Line;
import org.alongside.continuum.handoff.Obstacle;
import org.alongside.continuum.outreach.TaskReason;
import org.jspecify.annotations.Nullable;

/** Takes in what mentorship says. */
record PeerFacts(Turn turn) {

    void take(PeerEvent event) {
        switch (event) {
            case PeerEvent.MentorProposed e -> proposed(e);
            case PeerEvent.MentorAssigned e -> assigned(e);
            case PeerEvent.MentorKept e -> kept(e);
            case PeerEvent.MentorSearchWaitlisted e -> waitlisted(e);
            case PeerEvent.MentorAssignmentEnded e -> ended(e);
            case PeerEvent.PeerContactLogged e -> contacted(e);
            case PeerEvent.PeerContactOverdue e -> overdue(e);
        }
    }

    private void proposed(PeerEvent.MentorProposed e) {
        found(turn.episode(e.admissionId(), e.centreId()), "proposed");
        turn.note("mentor-proposed", null);
        hinder(e.admissionId(), e.requestId(), new Obstacle("offer-open", null, Map.of()));
    }

    private void assigned(PeerEvent.MentorAssigned e) {
        found(turn.episode(e.admissionId(), e.centreId()), "matched");
        walksWith(e.admissionId(), e.mentorId(), e.matchId(), e.requestId());
        turn.note("mentor-assigned", e.mentorId());
    }

    private void kept(PeerEvent.MentorKept e) {
        turn.episode(e.admissionId(), e.centreId());
        walksWith(e.admissionId(), e.mentorId(), e.matchId(), e.requestId());
    }

    private void walksWith(String admissionId, String mentorId, String matchId, @Nullable String requestId) {
        var episode = turn.change(admissionId, x -> x.known(x.known().mentor(mentorId, matchId)));
        var handoff = new HandoffSteps(turn);
        if (handoff.answers(episode, Line.PEER_CONTACT, requestId)) {
            handoff.secure(admissionId, Line.PEER_CONTACT, matchId, mentorId, null);
        }
    }

    private void waitlisted(PeerEvent.MentorSearchWaitlisted e) {
        var episode = turn.episode(e.admissionId(), e.centreId());
        hinder(e.admissionId(), e.requestId(), new Obstacle("no-mentor-free", null, counts(e.excluded())));
        if (episode.known().noMentorSince() == null && walksAlone()) {
            turn.change(e.admissionId(), x -> x.known(x.known().withoutMentorSince(turn.now())));
            turn.note("no-mentor-found", null);
        }
        raiseNoMentorFound(e.admissionId());
    }

    /** A match names the stay it began in, and may go on in this one. */
    private boolean walksAlone() {
        return turn.episodes().stream().allMatch(x -> x.known().mentorId() == null);
    }

    /** A search under a request that was answered looks for a successor: the mentor no longer goes on after discharge. */
    private void hinder(String admissionId, @Nullable String requestId, Obstacle obstacle) {
        var handoff = new HandoffSteps(turn);
        var episode = turn.episode(admissionId);
        var running = episode.running();
        if (running == null || !handoff.answers(episode, Line.PEER_CONTACT, requestId)) {
            return;
        }
        if (running.line(Line.PEER_CONTACT).secured()) {
            handoff.fallBack(admissionId, Line.PEER_CONTACT);
        } else {
            handoff.hinder(admissionId, Line.PEER_CONTACT, obstacle);
        }
    }

    private void found(Episode episode, String outcome) {
        turn.change(episode.admissionId(), x -> x.known(x.known().withoutMentorSince(null)));
        new TaskSteps(turn).close(episode.admissionId(), TaskReason.NO_MENTOR_FOUND, outcome);
    }

    /** A match names the stay it began in; where it was kept for a later one, it ends for that one too. */
    private void ended(PeerEvent.MentorAssignmentEnded e) {
        turn.episode(e.admissionId(), e.centreId());
        new TaskSteps(turn).close(e.admissionId(), TaskReason.NO_PEER_CONTACT, "match-ended");
        var handoff = new HandoffSteps(turn);
        for (var episode : turn.episodes()) {
            if (e.matchId().equals(episode.known().matchId())) {
                turn.change(episode.admissionId(), x -> x.known(x.known().mentor(null, null)));
                turn.note("mentor-ended", null);
            }
            if (handoff.holds(episode, Line.PEER_CONTACT, e.matchId())) {
                handoff.fallBack(episode.admissionId(), Line.PEER_CONTACT);
            }
        }
    }

    private void contacted(PeerEvent.PeerContactLogged e) {
        turn.episode(e.admissionId(), e.centreId());
        new TaskSteps(turn).close(e.admissionId(), TaskReason.NO_PEER_CONTACT, "contacted");
        if (Boolean.TRUE.equals(e.first())) {
            turn.note("first-peer-contact", null);
        }
    }

    private void overdue(PeerEvent.PeerContactOverdue e) {
        var episode = turn.episode(e.admissionId(), e.centreId());
        if (episode.phase().treated() || episode.running() != null) {
            new TaskSteps(turn).raise(episode, TaskReason.NO_PEER_CONTACT);
        }
    }

    /**
     * A search that found nobody may be heard of before the admission, or before a discharge or a death is taken back; the
     * task comes with whichever is later.
     */
    void raiseNoMentorFound(String admissionId) {
        var episode = turn.episode(admissionId);
        if (episode.phase().treated() && episode.known().noMentorSince() != null) {
            new TaskSteps(turn).raise(episode, TaskReason.NO_MENTOR_FOUND);
        }
    }

    static Map<String, Integer> counts(@Nullable List<PeerEvent.Excluded> excluded) {
        return excluded == null
                ? Map.of()
                : excluded.stream()
                        .collect(Collectors.toMap(PeerEvent.Excluded::rule, PeerEvent.Excluded::count, Integer::sum));
    }
}
