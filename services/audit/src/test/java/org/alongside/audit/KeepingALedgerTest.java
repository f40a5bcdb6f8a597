package org.alongside.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.alongside.audit.ledger.Entry;
import org.alongside.audit.ledger.Entry.Kind;
import org.alongside.audit.ledger.Entry.State;
import org.alongside.audit.ledger.Ledger;
import org.alongside.audit.ledger.LedgerWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingALedgerTest {

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name_the_file() {
        file = directory.resolve("ledger.jsonl");
    }

    @Test
    void what_was_written_is_read_again() {
        var entry = entry("k1", State.ACKNOWLEDGED);
        write(entry);
        assertThat(Ledger.read(file)).isEqualTo(new Ledger(List.of(entry), false));
    }

    @Test
    void a_torn_last_line_is_left_out_and_told() throws IOException {
        write(entry("k1", State.ACKNOWLEDGED));
        tear();
        assertThat(Ledger.read(file).lines()).hasSize(1);
        assertThat(Ledger.read(file).torn()).isTrue();
    }

    @Test
    void writing_goes_on_after_a_torn_line() throws IOException {
        write(entry("k1", State.ACKNOWLEDGED));
        tear();
        write(entry("k2", State.REFUSED));
        assertThat(Ledger.read(file).lines()).extracting(Entry::key).containsExactly("k1", "k2");
        assertThat(Ledger.read(file).torn()).isFalse();
    }

    @Test
    void a_whole_line_that_makes_no_sense_is_an_error_that_names_its_number() throws IOException {
        write(entry("k1", State.ACKNOWLEDGED));
        Files.writeString(file, "nonsense\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> Ledger.read(file)).hasMessageContaining("Line 2");
    }

    @Test
    void the_last_line_of_a_key_says_what_became_of_it_and_keeps_what_was_known() {
        write(entry("k1", State.SENT));
        write(new Entry(Instant.EPOCH, Kind.ADT, "k1", State.ACKNOWLEDGED, "somebody", null, Map.of()));
        assertThat(Ledger.read(file).outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome.acknowledged()).isTrue();
            assertThat(outcome.patient()).isEqualTo("somebody");
            assertThat(outcome.reference()).isEqualTo("visit");
            assertThat(outcome.detail("trigger")).isEqualTo("A04");
        });
    }

    @Test
    void only_one_writes_at_a_time() {
        try (var writing = LedgerWriter.open(file)) {
            writing.append(entry("k1", State.SENT));
            assertThatThrownBy(() -> LedgerWriter.open(file))
                    .hasMessageContaining("(process " + ProcessHandle.current().pid() + ")");
        }
        write(entry("k1", State.ACKNOWLEDGED));
        assertThat(Ledger.read(file).lines()).hasSize(2);
    }

    private void tear() throws IOException {
        Files.writeString(file, "{\"at\":\"2026-03-0", StandardOpenOption.APPEND);
    }

    private void write(Entry entry) {
        try (var writer = LedgerWriter.open(file)) {
            writer.append(entry);
        }
    }

    private static Entry entry(String key, State state) {
        return new Entry(
                Instant.parse("2026-03-02T15:00:00Z"), Kind.ADT, key, state, null, "visit", Map.of("trigger", "A04"));
    }
}
