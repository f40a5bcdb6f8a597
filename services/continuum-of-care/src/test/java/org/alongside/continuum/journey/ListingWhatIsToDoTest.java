package org.alongside.continuum.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import org.alongside.continuum.outreach.TaskReason;
import org.alongside.eventing.web.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ListingWhatIsToDoTest {

    private final Centre centre = new Centre();
    private final ReadingJourneys reading = centre.reading;

    @Test
    void begins_with_the_most_urgent_and_goes_on_page_by_page_to_the_end() {
        fourTasks();
        var reasons = new ArrayList<String>();
        var page = reading.tasks(true, null, "", 1);
        while (page.next() != null) {
            reasons.add(page.items().getFirst().reason());
            page = reading.tasks(true, null, page.next(), 1);
        }
        assertThat(page.items()).isEmpty();
        assertThat(reasons)
                .containsExactly(
                        "absent-from-iop-group", "alumni-seat-overdue", "peer-contact-overdue", "no-mentor-found");
    }

    @Test
    void the_next_page_is_there_after_the_last_task_of_this_one_was_closed() {
        fourTasks();
        var first = reading.tasks(true, null, "", 1);
        centre.closes(centre.open(TaskReason.ABSENT_FROM_IOP_GROUP), "reached");

        assertThat(reading.tasks(true, null, String.valueOf(first.next()), 1).items())
                .extracting(TaskView::reason)
                .containsExactly("alumni-seat-overdue");
    }

    @Test
    void what_does_not_exist_is_refused_by_name_and_not_answered_with_an_empty_list() {
        refused("unknown-cursor", "after", () -> reading.tasks(true, null, "yesterday", 10));
        refused("unknown-staff", "assignee", () -> reading.tasks(true, "nobody", "", 10));
        refused("unknown-code", "phase", () -> reading.list("alumnus", "", 10));
    }

    @Test
    void people_are_listed_by_phase() {
        centre.admitted();
        assertThat(reading.list("in-treatment", "", 10).items()).hasSize(1);
        assertThat(reading.list("hand-off", "", 10).items()).isEmpty();
    }

    private void fourTasks() {
        centre.admittedWithLeave().planned(centre.now()).passes(Duration.ofDays(1));
        centre.hears(new SeatEvent.AttendanceRecorded(Centre.CENTRE, Centre.ADMISSION, "iop", centre.now(), "absent"));
        centre.passes(Duration.ofMinutes(1))
                .hears(new PeerEvent.MentorSearchWaitlisted(Centre.CENTRE, Centre.ADMISSION, null, null));
    }

    private static void refused(String rule, String field, ThrowingCallable asking) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.rule()).isEqualTo(rule);
            assertThat(r.field()).isEqualTo(field);
        });
    }
}
