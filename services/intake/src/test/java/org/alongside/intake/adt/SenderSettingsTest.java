package org.alongside.intake.adt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SenderSettingsTest {

    @Test
    void a_sender_is_read_as_documented() {
        var sender = Feed.senders().sender("EPIC", "NORTH").orElseThrow();

        assertThat(sender.zone()).isEqualTo(ZoneId.of("America/Chicago"));
        assertThat(sender.usualCharacterSet()).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(sender.recordNumber()).isEqualTo(new Sender.RecordNumber("MR", "NORTH"));
        assertThat(sender.disposition().codes())
                .containsEntry("01", "completed")
                .hasSize(7);
        assertThat(sender.ours()).hasSize(2);
        assertThat(sender.levelOfCare().code().codes()).containsEntry("IOP", "2.1");
    }

    @Test
    void what_is_left_out_has_the_usual_value() {
        var sender = Feed.senders().sender("OTHER", "WHEREVER").orElseThrow();

        assertThat(sender.usualCharacterSet()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(sender.recordNumber()).isEqualTo(new Sender.RecordNumber("", ""));
        assertThat(sender.ours()).isEmpty();
        assertThat(sender.track()).isNull();
    }

    @Test
    void a_disposition_that_we_do_not_have_is_refused_at_start() {
        var wrong = new CodeTable(List.of(FieldPath.of("PV1-36")), Map.of("01", "complete"), null);
        var table = new CodeTable(List.of(), Map.of(), "x");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sender(
                        "A",
                        null,
                        ZoneId.of("UTC"),
                        null,
                        Set.of("P"),
                        new Sender.RecordNumber("", ""),
                        FieldPath.of("PV1-19"),
                        List.of(),
                        table,
                        null,
                        new Sender.Level("3", table),
                        wrong))
                .withMessageContaining("complete");
    }

    @Test
    void a_level_or_a_programme_that_there_is_not_is_refused_at_start() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sender("iop", "2.9"))
                .withMessage("No level of ASAM's 3 is called 2.9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sender("IOP North", "2.1"))
                .withMessage("No code of a programme: IOP North");
    }

    @Test
    void a_sender_of_whom_tests_are_taken_is_heard_whatever_the_message_is_for() {
        var usual = sender("iop", "2.1");
        var trying = new Sender(
                usual.application(),
                usual.facility(),
                usual.zone(),
                usual.characterSet(),
                Set.of("P", "T"),
                usual.recordNumber(),
                usual.visitNumber(),
                usual.ours(),
                usual.programme(),
                usual.track(),
                usual.levelOfCare(),
                usual.disposition());

        assertThat(Stream.of("P", "T", "D").filter(usual::takes)).containsExactly("P");
        assertThat(Stream.of("P", "T", "D").filter(trying::takes)).containsExactly("P", "T");
        assertThat(usual.takes(null)).isTrue();
    }

    private static Sender sender(String programme, String level) {
        return new Sender(
                "A",
                null,
                ZoneId.of("UTC"),
                null,
                Set.of("P"),
                new Sender.RecordNumber("", ""),
                FieldPath.of("PV1-19"),
                List.of(),
                new CodeTable(List.of(), Map.of("P", programme), null),
                null,
                new Sender.Level("3", new CodeTable(List.of(), Map.of("L", level), null)),
                new CodeTable(List.of(), Map.of("01", "completed"), null));
    }

    @Test
    void a_path_that_is_none_is_refused_at_start() {
        assertThatIllegalArgumentException().isThrownBy(() -> FieldPath.of("PV1.3"));
        assertThat(FieldPath.of("PV1-3.1")).hasToString("PV1-3.1");
    }
}
