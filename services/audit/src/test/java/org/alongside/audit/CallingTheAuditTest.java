package org.alongside.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.alongside.audit.finding.Count;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CallingTheAuditTest {

    @Test
    void the_arguments_become_the_settings() {
        var settings = AuditSettings.of(List.of(
                "--kafka",
                "127.0.0.1:9092",
                "--mongo",
                "mongodb://127.0.0.1",
                "--ledger",
                "l.jsonl",
                "--patience",
                "3"));
        assertThat(settings)
                .isEqualTo(new AuditSettings(
                        "127.0.0.1:9092",
                        "mongodb://127.0.0.1",
                        Path.of("l.jsonl"),
                        null,
                        null,
                        Duration.ofSeconds(3),
                        false));
    }

    @Test
    void a_wrong_call_says_how_to_call_it() {
        var errors = new ByteArrayOutputStream();
        assertThat(Audit.run(new String[] {"--kafka"}, System.out, new PrintStream(errors)))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("Usage:");
    }

    @Test
    void the_report_has_a_number_for_every_count() {
        var report = JsonMapper.shared()
                .readTree(new Tale().discharged(Tale.ANN).audited().json());
        for (var count : Count.values()) {
            assertThat(report.path("counts").path(count.label()).isNumber()).isTrue();
        }
        assertThat(report.path("clean").asBoolean()).isFalse();
        assertThat(report.path("faults")).isNotEmpty();
    }

    @Test
    void the_text_names_what_was_read_and_each_fault() {
        assertThat(new Tale().discharged(Tale.ANN).audited().text())
                .contains("1  records of alongside.intake")
                .contains("1  out-of-order")
                .contains(Tale.ANN + ": intake/patient-discharged #1");
    }
}
