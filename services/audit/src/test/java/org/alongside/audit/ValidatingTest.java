package org.alongside.audit;

import static org.alongside.audit.Tale.ANN;
import static org.alongside.audit.finding.Count.INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.alongside.audit.finding.Fault;
import org.alongside.audit.ledger.Ledger;
import org.alongside.audit.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidatingTest {

    private static final String SCHEMA = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
             "required": ["patientId", "admissionId"], "x-sensitivity": "code",
             "properties": {"admittedAt": {"type": "string", "format": "date-time", "x-sensitivity": "code"}}}
            """;

    @TempDir
    Path contracts;

    @Test
    void a_payload_that_fits_its_schema_is_valid() throws IOException {
        schema();
        assertThat(Audit.judge(new Tale().admitted(ANN).world(), contracts).faults())
                .isEmpty();
    }

    @Test
    void a_missing_part_is_named_by_where_it_is_and_not_by_its_value() throws IOException {
        schema();
        var world = new Tale()
                .tell("intake", ANN, "patient-admitted", "'admittedAt':'yesterday'")
                .world();
        assertThat(Audit.judge(world, contracts).faults(INVALID))
                .extracting(Fault::what)
                .hasSize(2)
                .noneMatch(what -> what.contains("yesterday"));
    }

    @Test
    void an_event_without_a_schema_is_invalid() {
        assertThat(Audit.judge(new Tale().admitted(ANN).world(), contracts).faults(INVALID))
                .extracting(Fault::rule)
                .containsExactly("schema-known");
    }

    @Test
    void a_subject_of_another_lane_is_invalid() {
        var tale = new Tale().admitted(ANN);
        tale.tell("intake", ANN, "patient/other", "consent-granted", "'patientId':'" + ANN + "'");
        assertThat(tale.audited().faults(INVALID)).extracting(Fault::rule).containsExactly("subject");
    }

    @Test
    void a_payload_about_another_person_is_invalid() {
        var tale = new Tale().admitted(ANN);
        tale.tell("intake", ANN, "patient/" + ANN, "consent-granted", "'patientId':'other'");
        assertThat(tale.audited().faults(INVALID)).extracting(Fault::rule).containsExactly("patient");
    }

    @Test
    void a_record_that_cannot_be_read_is_invalid() {
        var world = new World(List.of(), List.of(), Ledger.EMPTY, List.of("alongside.intake 0:7"), Map.of());
        assertThat(Audit.judge(world, null).number(INVALID)).isOne();
    }

    private void schema() throws IOException {
        var folder = Files.createDirectories(contracts.resolve("intake/patient-admitted"));
        Files.writeString(folder.resolve("1.0.0.schema.json"), SCHEMA);
    }
}
