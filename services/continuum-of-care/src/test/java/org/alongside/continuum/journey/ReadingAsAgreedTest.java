package org.alongside.continuum.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.alongside.contracts.ReaderRecords;
import org.junit.jupiter.api.Test;

class ReadingAsAgreedTest {

    @Test
    void the_contracts_say_exactly_what_is_read() {
        var following = new FollowingPeople(null, null);
        var tasks = new LaneTasks(null, null);
        var listeners = new Listeners();
        assertThat(ReaderRecords.differences(
                        "continuum",
                        "intake",
                        listeners.intakeListener(following).reads()))
                .isEmpty();
        assertThat(ReaderRecords.differences(
                        "continuum",
                        "mentorship",
                        listeners.mentorshipListener(following, tasks).reads()))
                .isEmpty();
        assertThat(ReaderRecords.differences(
                        "continuum",
                        "groups",
                        listeners.groupsListener(following, tasks).reads()))
                .isEmpty();
    }
}
