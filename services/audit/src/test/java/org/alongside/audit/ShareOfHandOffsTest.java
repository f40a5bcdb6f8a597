package org.alongside.audit;

import static org.alongside.audit.Tale.ANN;
import static org.alongside.audit.Tale.BEN;
import static org.alongside.audit.Tale.claim;
import static org.assertj.core.api.Assertions.assertThat;

import org.alongside.audit.finding.HandOff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareOfHandOffsTest {

    @Test
    void one_that_was_secured_without_a_task_counts() {
        var findings = wishing("")
                .discharged(ANN)
                .handOff(ANN, "handoff-started")
                .handOff(ANN, "handoff-secured")
                .group("alumni", "ALUMNI", 1, "MONDAY", "18:00", "19:00", "")
                .audited();
        assertThat(findings.handOffs()).containsExactly(new HandOff(ANN, ANN + "-h1", true, ""));
        assertThat(findings.securedShare()).isOne();
    }

    @Test
    void one_that_needed_a_task_is_named_with_its_reason() {
        var findings = wishing("")
                .discharged(ANN)
                .handOff(ANN, "handoff-started")
                .task(ANN, "staff-1")
                .handOff(ANN, "handoff-secured")
                .group("alumni", "ALUMNI", 1, "MONDAY", "18:00", "19:00", "")
                .audited();
        assertThat(findings.securedShare()).isZero();
        assertThat(findings.text()).contains(ANN + ": secured with a task: alumni-seat-overdue");
    }

    @Test
    void one_for_whom_every_group_was_full_is_left_out() {
        var findings = wishing("")
                .seated(BEN, 1, "alumni")
                .discharged(ANN)
                .handOff(ANN, "handoff-started")
                .task(ANN, "staff-1")
                .group("alumni", "ALUMNI", 1, "MONDAY", "18:00", "19:00", claim(BEN + "-s1", BEN))
                .audited();
        assertThat(findings.handOffs()).isEmpty();
    }

    @Test
    void one_who_must_not_meet_a_member_is_left_out() {
        var findings = wishing(",'avoid':['" + BEN + "']")
                .seated(BEN, 1, "alumni")
                .discharged(ANN)
                .handOff(ANN, "handoff-started")
                .task(ANN, "staff-1")
                .group("alumni", "ALUMNI", 5, "MONDAY", "18:00", "19:00", claim(BEN + "-s1", BEN))
                .audited();
        assertThat(findings.handOffs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            nullValues = "-",
            value = {
                "a group that nobody limited          | 'languages':['es'] | -                          | true",
                "a group that speaks the language     | 'languages':['es'] | 'languages':['en','es']    | true",
                "a group that does not                | 'languages':['es'] | 'languages':['en']         | false",
                "a group for those who declared it    | 'audiences':['women'] | 'audiences':['women']   | true",
                "a group for others                   | -                  | 'audiences':['women']      | false",
                "a group that meets as wanted         | 'modality':'online' | 'modality':'ONLINE'       | true",
                "a group that meets otherwise         | 'modality':'online' | 'modality':'IN_PERSON'    | false",
                "a group to be avoided                | 'avoid':['alumni'] | -                          | false",
                "a group led by one to be avoided     | 'avoid':['staff-1'] | 'facilitators':['staff-1'] | false",
                "a group of another centre            | -                  | 'centreId':'elsewhere'     | false",
            })
    void one_counts_when_a_group_is(String group, @Nullable String wish, @Nullable String plan, boolean counts) {
        var findings = wishing(wish == null ? "" : "," + wish)
                .discharged(ANN)
                .handOff(ANN, "handoff-started")
                .task(ANN, "staff-1")
                .keep(
                        "groups",
                        "groups",
                        "alumni",
                        "{'plan':{'phase':'ALUMNI'" + (plan == null ? "" : "," + plan) + "}}")
                .audited();
        assertThat(findings.handOffs()).as(group).hasSize(counts ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "26-35, true, true, false, true",
        "minor, true, true, false, false",
        "26-35, false, true, false, false",
        "26-35, true, false, false, false",
        "26-35, true, false, true, true"
    })
    void one_counts_when_the_person_may_sit_with_peers(
            String ageBand, boolean agreed, boolean consents, boolean staffLed, boolean counts) {
        var findings = new Tale()
                .tell(
                        "intake",
                        ANN,
                        "patient-admitted",
                        "'admissionId':'%s-a1','ageBand':'%s','consents':[%s],'profile':{'groupAgreement':%s}"
                                .formatted(ANN, ageBand, consents ? "{'kind':'peer-disclosure'}" : "", agreed))
                .discharged(ANN)
                .handOff(ANN, "handoff-started")
                .task(ANN, "staff-1")
                .keep("groups", "groups", "alumni", "{'plan':{'phase':'ALUMNI','staffLed':" + staffLed + "}}")
                .audited();
        assertThat(findings.handOffs()).hasSize(counts ? 1 : 0);
    }

    private static Tale wishing(String more) {
        return new Tale()
                .tell(
                        "intake",
                        ANN,
                        "patient-admitted",
                        "'admissionId':'" + ANN
                                + "-a1','ageBand':'26-35','consents':[{'kind':'peer-disclosure'}],'profile':{'groupAgreement':true"
                                + more + "}");
    }
}
