package org.alongside.continuum.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.alongside.continuum.handoff.Line;
import org.junit.jupiter.api.Test;

class ExplainingWhyTest {

    private final Centre centre = new Centre();

    @Test
    void a_check_in_that_waits_for_the_day_is_not_helped_by_the_consent_that_was_given() {
        centre.admittedWithLeave().planned(null);
        assertThat(centre.why(Line.FIRST_CHECK_IN).why()).contains("the date of the discharge is not known");
        assertThat(centre.why(Line.FIRST_CHECK_IN).whatHelps()).isEqualTo("The date of the discharge");
    }

    @Test
    void without_consent_it_is_the_consent_that_helps() {
        centre.admitted().planned(null);
        assertThat(centre.why(Line.FIRST_CHECK_IN).whatHelps()).contains("consent");
        assertThat(centre.why(Line.LEAVE_TO_CONTACT).whatHelps()).contains("consent");
    }

    @Test
    void a_place_on_a_waitlist_is_the_one_that_was_told_and_may_be_another_now() {
        centre.admittedWithLeave().planned(null).waitlistedForSeat(centre.request(Line.ALUMNI_SEAT));
        assertThat(centre.why(Line.ALUMNI_SEAT).why()).contains("on the waitlist, place 2 when it was told");
    }
}
