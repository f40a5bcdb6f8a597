package org.alongside.feeder.adt;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.parser.GenericParser;
import ca.uhn.hl7v2.parser.Parser;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.time.Instant;
import org.alongside.feeder.plan.Plan;
import org.alongside.feeder.plan.Sending;
import org.junit.jupiter.api.Test;

class WritingAdtTest {

    private static final Plan PLAN = Plan.of(1, 64, 120, Instant.parse("2026-03-02T12:00:00Z"));

    private final Parser parser = parser();

    private static Parser parser() {
        var parser = new GenericParser();
        parser.setValidationContext(ValidationContextFactory.noValidation());
        return parser;
    }

    @Test
    void every_message_of_the_plan_parses_and_says_what_was_meant() throws HL7Exception {
        for (var sending : PLAN.sendings()) {
            var message = sending.message();
            var terser = terser(sending);
            assertThat(terser.get("/MSH-9-2")).isEqualTo(message.trigger());
            assertThat(terser.get("/MSH-10")).isEqualTo(message.controlId()).hasSizeLessThanOrEqualTo(20);
            assertThat(terser.get("/PID-5-1")).isEqualTo(message.person().family());
            assertThat(terser.get("/PV1-10")).isEqualTo(message.service());
        }
    }

    @Test
    void each_system_writes_the_visit_and_the_record_number_in_its_own_place() throws HL7Exception {
        var harbour = terser(first(Ehr.HARBOUR));
        assertThat(harbour.get("/PV1-19"))
                .isEqualTo(first(Ehr.HARBOUR).message().visitNumber());
        assertThat(harbour.get("/PID-3(0)-5")).isEqualTo("MR");
        var riverside = terser(first(Ehr.RIVERSIDE));
        assertThat(riverside.get("/PV1-50"))
                .isEqualTo(first(Ehr.RIVERSIDE).message().visitNumber());
        assertThat(riverside.get("/PID-3(1)-5")).isEqualTo("MR");
    }

    @Test
    void times_are_in_the_zone_of_the_system() {
        var moment = Instant.parse("2026-03-02T12:00:00Z");
        assertThat(Ehr.HARBOUR.time(moment)).isEqualTo("20260302070000-0500");
        assertThat(Ehr.RIVERSIDE.time(moment)).isEqualTo("20260302060000");
    }

    @Test
    void what_separates_is_escaped_in_names() {
        assertThat(Ehr.RIVERSIDE.text("A#B@C")).isEqualTo("A%F%B%S%C");
    }

    private Terser terser(Sending sending) throws HL7Exception {
        Message parsed = parser.parse(sending.message().text());
        return new Terser(parsed);
    }

    private static Sending first(Ehr ehr) {
        return PLAN.sendings().stream()
                .filter(s -> s.message().ehr().equals(ehr))
                .findFirst()
                .orElseThrow();
    }
}
