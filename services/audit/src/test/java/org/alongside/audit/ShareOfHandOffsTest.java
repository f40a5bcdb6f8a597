package org.alongside.audit;

import static org.alongside.audit.Tale.ANN;
import static org.alongside.audit.Tale.BEN;
import static org.alongside.audit.Tale.claim;
import static org.assertj.core.api.Assertions.assertThat;

import org.alongside.audit.finding.HandOff;
import org.junit.jupiter.api.Test;

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
