package org.alongside.continuum.journey;

import java.util.Map;
import org.alongside.continuum.handoff.Obstacle;
import org.jspecify.annotations.Nullable;

/** Puts codes into sentences that staff can read. */
final class Words {

    private static final Map<String, String> MOMENTS = Map.ofEntries(
            Map.entry("admitted", "Admitted"),
            Map.entry("level-changed", "The level of care changed"),
            Map.entry("discharged", "Discharged"),
            Map.entry("discharge-moved", "The planned day of discharge was moved"),
            Map.entry("discharge-cancelled", "The discharge was taken back; treatment goes on"),
            Map.entry("resumed", "Came back within the gap; treatment goes on"),
            Map.entry("admission-cancelled", "The admission was cancelled"),
            Map.entry("ended", "The journey has ended"),
            Map.entry("goes-on", "It goes on: what was told of a death was an error"),
            Map.entry("leave-given", "Gave leave to be contacted after discharge"),
            Map.entry("leave-taken-back", "Took back the leave to be contacted"),
            Map.entry("handoff-started", "The hand-off began"),
            Map.entry("line-secured", "A line of the hand-off is secured"),
            Map.entry("line-hindered", "A line of the hand-off is not there yet"),
            Map.entry("line-fell-back", "A line of the hand-off is open again"),
            Map.entry("line-overdue", "A line of the hand-off is past its deadline"),
            Map.entry("first-session-moved", "The first alumni session is another one now"),
            Map.entry("handoff-secured", "All four lines of the hand-off are secured"),
            Map.entry("handoff-secured-again", "All four lines of the hand-off are secured again"),
            Map.entry("handoff-completed", "The hand-off is complete"),
            Map.entry("handoff-withdrawn", "The hand-off was withdrawn"),
            Map.entry("handoff-declined", "Declined further support"),
            Map.entry("follow-up-paused", "Another stay goes on or ended later; follow-up of this one rests"),
            Map.entry("follow-up-resumed", "Follow-up goes on"),
            Map.entry("check-in-due", "Was asked how things are"),
            Map.entry("check-in-answered", "Answered a check-in"),
            Map.entry("risk-heard-unasked", "Said, without being asked, what needs a human at once"),
            Map.entry("check-in-missed", "Did not answer a check-in"),
            Map.entry("mentor-proposed", "A mentor was proposed"),
            Map.entry("mentor-assigned", "Has a mentor"),
            Map.entry("mentor-ended", "The mentor is no longer theirs"),
            Map.entry("no-mentor-found", "No mentor fits for now"),
            Map.entry("first-peer-contact", "First contact with the mentor"),
            Map.entry("seat-taken", "Has a seat in a group"),
            Map.entry("seat-ended", "A seat ended"),
            Map.entry("absent", "Was missed at a session"),
            Map.entry("task-raised", "A task was raised"),
            Map.entry("task-attempted", "Somebody tried"),
            Map.entry("task-escalated", "A task went to the backup"),
            Map.entry("task-closed", "A task was closed"));

    private Words() {}

    static String of(Moment moment) {
        var sentence = MOMENTS.getOrDefault(moment.what(), moment.what());
        return moment.ref() == null ? sentence : sentence + " (" + moment.ref() + ")";
    }

    static String of(@Nullable Obstacle obstacle, boolean asked) {
        if (obstacle == null) {
            return asked ? "asked for; no answer yet" : "not there yet";
        }
        return switch (obstacle.code()) {
            case "waitlisted" ->
                obstacle.position() == null
                        ? "no seat fits now; on the waitlist"
                        : "on the waitlist, place " + obstacle.position() + " when it was told";
            case "no-mentor-free" -> "no peer who fits is free now";
            case "offer-open" -> "a peer is proposed; both still have to accept";
            default -> obstacle.code();
        };
    }
}
