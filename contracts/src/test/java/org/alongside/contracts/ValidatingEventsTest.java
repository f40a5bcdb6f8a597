package org.alongside.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ValidatingEventsTest {

    private final Contracts contracts = Contracts.load();

    @Test
    void knows_the_events_of_every_service() {
        assertThat(contracts.events("intake")).contains("patient-admitted", "consent-revoked");
        assertThat(contracts.events("mentorship")).contains("mentor-proposed", "lane-parked");
        assertThat(contracts.events("groups")).contains("seat-reserved", "lane-parked");
        assertThat(contracts.events("continuum")).contains("handoff-secured", "outreach-task-raised");
        assertThat(contracts.events("gateway")).isEmpty();
    }

    @Test
    void takes_an_event_as_promised() {
        assertThat(violations(discharged())).isEmpty();
    }

    @Test
    void sees_a_field_that_the_contract_does_not_name() {
        assertThat(violations(discharged().put("familyName", "canary")))
                .singleElement()
                .asString()
                .contains("familyName")
                .doesNotContain("canary");
    }

    @Test
    void sees_a_missing_field() {
        assertThat(violations(without("disposition")))
                .singleElement()
                .asString()
                .contains("required disposition");
    }

    @Test
    void sees_a_null_where_a_field_should_be_absent() {
        assertThat(violations(discharged().putNull("disposition"))).isNotEmpty();
    }

    @Test
    void sees_an_instant_that_is_none() {
        assertThat(violations(discharged().put("dischargedAt", "2026-13-45T25:00:00Z")))
                .singleElement()
                .asString()
                .contains("format");
    }

    @Test
    void sees_an_instant_of_another_zone() {
        assertThat(violations(discharged().put("dischargedAt", "2026-04-24T22:00:00+02:00")))
                .singleElement()
                .asString()
                .contains("pattern");
    }

    @Test
    void sees_a_value_outside_an_enumeration() {
        assertThat(violations(discharged().put("disposition", "vanished")))
                .singleElement()
                .asString()
                .contains("enum");
    }

    @Test
    void sees_a_record_number_where_an_opaque_id_should_be() {
        assertThat(violations(discharged().put("patientId", "MRN-000123")))
                .singleElement()
                .asString()
                .contains("/patientId")
                .doesNotContain("000123");
    }

    @Test
    void sees_an_extra_field_deep_inside() {
        var consent = (ObjectNode) Catalogue.JSON.readTree(example("intake/consent-granted"));
        ((ObjectNode) consent.path("consent")).put("signedBy", "canary");

        assertThat(contracts.violations("intake", "consent-granted", "1.0.0", consent.toString()))
                .singleElement()
                .asString()
                .contains("signedBy")
                .doesNotContain("canary");
    }

    @Test
    void refuses_what_is_not_in_the_catalogue() {
        assertThat(contracts.violations("urn:alongside:intake:patient-teleported:1.0.0", "{}"))
                .hasSize(1);
        assertThat(contracts.violations("intake", "patient-admitted", "9.0.0", "{}"))
                .hasSize(1);
    }

    private List<String> violations(ObjectNode event) {
        return contracts.violations("intake", "patient-discharged", "1.0.0", event.toString());
    }

    private static ObjectNode without(String field) {
        var event = discharged();
        event.remove(field);
        return event;
    }

    private static ObjectNode discharged() {
        return (ObjectNode) Catalogue.JSON.readTree(example("intake/patient-discharged"));
    }

    private static String example(String path) {
        return ModuleFiles.text("events/" + path + "/examples/full.json");
    }
}
