package org.alongside.intake.adt;

import static org.assertj.core.api.Assertions.assertThat;

import org.alongside.intake.adt.Answer.Outcome;
import org.alongside.intake.patient.Patients;
import org.junit.jupiter.api.Test;

/** Updates that say where a person is treated now, and not in which programme. */
class LeavingOutTheProgrammeTest {

    private final Feed feed = new Feed().intoDocuments();

    /** Of a sender every visit of which is ours. */
    private Outcome sent(String trigger, String day, String location, String service) {
        return feed.send("MSH|^~\\&|THIRD|ANY|||" + day + "||ADT^" + trigger + "|" + day + "|P|2.5\r"
                        + "EVN||" + day + "\rPID|||4711^^^NORTH^MR\r"
                        + "PV1|1|O|" + location + "|".repeat(7) + service + "|".repeat(9) + "V9")
                .answer()
                .outcome();
    }

    private String toldLast() {
        return feed.space.told(Patients.COLLECTION, feed.somebody()).getLast().data();
    }

    @Test
    void change_the_level_of_the_programme_that_is_known() {
        sent("A04", "20260302", "IOP", "PEER");
        assertThat(sent("A08", "20260305", "PHP", "")).isEqualTo(Outcome.APPLIED);

        assertThat(feed.told()).containsExactly("patient-admitted", "level-of-care-changed");
        assertThat(toldLast()).contains("\"to\":{\"edition\":\"3\",\"code\":\"2.5\"}");
    }

    @Test
    void count_the_same_when_they_overtake_the_admission() {
        assertThat(sent("A08", "20260305", "PHP", "")).isEqualTo(Outcome.EARLY);
        sent("A04", "20260302", "IOP", "PEER");

        assertThat(feed.told()).containsExactly("patient-admitted");
        assertThat(toldLast()).contains("substance-use", "\"code\":\"2.5\"");
    }

    @Test
    void say_no_level_where_they_name_none() {
        sent("A04", "20260302", "PHP", "PEER");
        sent("A08", "20260305", "", "");

        assertThat(feed.told()).containsExactly("patient-admitted");
    }
}
