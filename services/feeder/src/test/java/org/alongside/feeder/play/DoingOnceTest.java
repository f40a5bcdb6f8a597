package org.alongside.feeder.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alongside.audit.ledger.Entry.Kind;
import org.alongside.feeder.book.Book;
import org.alongside.feeder.book.Deed;
import org.alongside.feeder.http.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class DoingOnceTest {

    @TempDir
    Path data;

    private final List<Deed> asked = new ArrayList<>();
    private Path file;

    @BeforeEach
    void place() {
        file = data.resolve("ledger.jsonl");
    }

    @Test
    void what_was_acknowledged_is_not_done_again_after_a_restart() {
        inABook(doing -> doing.once(contact("10:00"), deed -> reply(deed, 200)));
        inABook(doing -> assertThat(doing.once(contact("10:00"), deed -> reply(deed, 200)))
                .isEmpty());
        assertThat(asked).hasSize(1);
    }

    @Test
    void what_was_refused_is_not_done_again_either() {
        inABook(doing -> doing.once(contact("10:00"), deed -> reply(deed, 409)));
        inABook(doing -> assertThat(doing.once(contact("10:00"), deed -> reply(deed, 200)))
                .isEmpty());
    }

    @Test
    void what_was_sent_without_an_answer_is_sent_again_in_the_same_words() {
        inABook(doing -> {
            try {
                doing.once(contact("10:00"), deed -> {
                    throw new IllegalStateException("killed");
                });
            } catch (IllegalStateException killed) {
                assertThat(killed).hasMessage("killed");
            }
        });
        inABook(doing -> doing.once(contact("22:00"), deed -> reply(deed, 200)));
        assertThat(asked)
                .singleElement()
                .satisfies(deed -> assertThat(deed.detail()).containsEntry("at", "10:00"));
    }

    @Test
    void a_line_that_was_torn_off_is_as_if_it_had_not_been_written() throws Exception {
        inABook(doing -> doing.once(contact("10:00"), deed -> reply(deed, 200)));
        Files.writeString(file, "{\"at\":\"2026", StandardOpenOption.APPEND);
        inABook(doing -> assertThat(doing.once(contact("10:00"), deed -> reply(deed, 200)))
                .isEmpty());
    }

    @Test
    void a_request_that_was_not_understood_is_a_fault_and_a_conflict_is_not() {
        inABook(doing -> {
            doing.once(Deed.of(Kind.CONTACT, "a", null, null), deed -> reply(deed, 400));
            doing.once(Deed.of(Kind.CONTACT, "b", null, null), deed -> reply(deed, 409));
            assertThat(doing.faults()).containsOnlyKeys("contact status-400");
            assertThat(doing.refusals()).containsOnlyKeys("contact status-409");
        });
    }

    private static Deed contact(String at) {
        return new Deed(Kind.CONTACT, "contact:m1:0", "p", null, Map.of("at", at));
    }

    private Reply reply(Deed deed, int status) {
        asked.add(deed);
        return new Reply(status, JsonMapper.shared().createObjectNode());
    }

    private void inABook(java.util.function.Consumer<Doing> work) {
        try (Book book = Playing.book(file)) {
            work.accept(new Doing(book));
        }
    }
}
