package org.alongside.intake.adt;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.util.List;
import org.alongside.eventing.document.DocumentStore;
import org.alongside.eventing.testing.FakeDocumentStore;
import org.alongside.intake.adt.ReceivedMessage.State;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

class KeepingMessagesTest {

    @Test
    void a_repetition_is_acknowledged_without_effect() {
        var feed = new Feed();
        feed.send(Feed.sample("a04"));
        var again = feed.send(Feed.sample("a04").replace("|202603020915||ADT", "|202603020917||ADT"));

        assertThat(again.verdict()).isEqualTo("AA");
        assertThat(again.answer().outcome()).isEqualTo(Answer.Outcome.REPEATED);
        assertThat(feed.applied).hasSize(1);
    }

    @Test
    void the_same_control_id_with_other_content_is_a_counter_that_was_reset() {
        var feed = new Feed();
        feed.send(Feed.sample("a04"));
        var other = Feed.sample("a16").replace("MSG-a16", "MSG-a04");
        feed.send(other);
        feed.send(other);

        assertThat(feed.applied).extracting(m -> m.trigger().name()).containsExactly("A04", "A16");
        assertThat(feed.applied).extracting(m -> m.notedReset()).containsExactly(false, true);
        assertThat(feed.applied).extracting(m -> m.messageKey()).doesNotHaveDuplicates();
    }

    @Test
    void the_same_control_id_of_another_sender_is_another_message() {
        var feed = new Feed();
        feed.send(Feed.sample("a04"));
        var other = "MSH|^~\\&|OTHER|ANY|||20260302||ADT^A04|MSG-a04|P|2.3\rEVN||20260302\rPID|||77\r" + "PV1|1|O|I"
                + "|".repeat(47) + "V9";

        assertThat(feed.taken(other).notedReset()).isFalse();
    }

    @Test
    void a_corrected_message_under_the_control_id_of_a_refused_one_is_no_reset() {
        var feed = new Feed();
        feed.send(Feed.sample("a04").replace("|19850214|", "|19850231|"));

        assertThat(feed.taken(Feed.sample("a04")).notedReset()).isFalse();
    }

    @Test
    void what_was_kept_and_not_applied_is_applied_by_the_sweep() {
        var feed = new Feed();
        var takes = feed.visits;
        feed.visits = message -> {
            throw new MongoTimeoutException("away");
        };
        var answered = feed.send(Feed.sample("a03"));

        assertThat(answered.verdict()).isEqualTo("AE");
        assertThat(answered.rule()).isEqualTo("store-unavailable");
        assertThat(answered.answer().outcome()).isEqualTo(Answer.Outcome.TRY_AGAIN);
        assertThat(feed.kept(State.UNAPPLIED)).hasSize(1);

        feed.clock.move(ReceivedMessage.IN_FLIGHT);
        feed.looksAtWhatIsDue();
        assertThat(feed.kept(State.UNAPPLIED)).hasSize(1);

        feed.visits = takes;
        feed.looksAtWhatIsDue();
        assertThat(feed.kept(State.UNAPPLIED)).isEmpty();
        assertThat(feed.applied).extracting(m -> m.trigger().name()).containsExactly("A03");
        assertThat(feed.send(Feed.sample("a03")).answer().outcome()).isEqualTo(Answer.Outcome.REPEATED);
    }

    @Test
    void a_message_in_flight_is_left_to_whoever_received_it() {
        var feed = new Feed();
        var takes = feed.visits;
        feed.visits = message -> {
            assertThat(feed.space.space().due("messages", feed.clock.instant(), 9))
                    .isEmpty();
            return takes.apply(message);
        };
        assertThat(feed.send(Feed.sample("a03")).verdict()).isEqualTo("AA");
    }

    @Test
    void a_sweep_that_saw_it_waiting_does_not_forget_what_was_applied_since() {
        var feed = new Feed();
        feed.send(Feed.sample("a03"));
        feed.send(Feed.sample("a04").replace("|19850214|", "|19850231|"));

        for (var id : feed.space.store().ids("messages", new Document(), 9)) {
            feed.applying.due(id);
        }
        assertThat(feed.kept(State.APPLIED)).hasSize(1);
        assertThat(feed.kept(State.REFUSED)).hasSize(1);
    }

    @Test
    void what_comes_again_after_a_failure_is_applied_then() {
        var feed = new Feed();
        var takes = feed.visits;
        feed.visits = message -> {
            throw new IllegalStateException("a fault of ours");
        };
        assertThat(feed.send(Feed.sample("a03")).rule()).isEqualTo("not-yet-applied");

        feed.visits = takes;
        assertThat(feed.send(Feed.sample("a03")).answer().outcome()).isEqualTo(Answer.Outcome.APPLIED);
        assertThat(feed.kept(State.APPLIED)).hasSize(1);
    }

    @Test
    void a_store_that_is_away_is_a_reason_to_try_again_and_nothing_is_half_done() {
        var store = new Failing();
        var feed = new Feed(store);
        store.away = true;

        assertThat(feed.send(Feed.sample("a04")).rule()).isEqualTo("store-unavailable");
        assertThat(feed.send(Feed.sample("a04").replace("|EPIC|", "|EPIK|")).rule())
                .isEqualTo("store-unavailable");
        assertThat(feed.applied).isEmpty();

        store.away = false;
        assertThat(feed.send(Feed.sample("a04")).verdict()).isEqualTo("AA");
    }

    @Test
    void nothing_of_what_a_message_said_is_kept_once_it_is_applied() {
        var feed = new Feed();
        feed.send(Feed.sample("a04"));

        assertThat(feed.space.store().find("messages", new Document(), new Document("_id", 1), 10))
                .singleElement()
                .satisfies(d -> assertThat(d.toJson()).doesNotContain("Quenneville", "4711", "V-1001", "MSG-a04"));
        assertThat(feed.kept(State.APPLIED)).isNotEqualTo(List.of());
    }

    @Test
    void after_a_month_it_is_forgotten_and_still_counts_once() {
        var feed = new Feed().intoDocuments();
        feed.send(Feed.sample("a04"));
        feed.send(Feed.sample("a03").replace("|01|", "|99|"));
        feed.clock.move(Duration.ofDays(29));
        feed.looksAtWhatIsDue();
        assertThat(feed.space.store().count("messages", new Document())).isEqualTo(2);

        feed.clock.move(Duration.ofDays(2));
        feed.looksAtWhatIsDue();
        assertThat(feed.space.store().count("messages", new Document())).isZero();
        assertThat(feed.send(Feed.sample("a04")).verdict()).isEqualTo("AA");
        assertThat(feed.told()).containsExactly("patient-admitted");
    }

    /** A store that can be away. */
    private static final class Failing implements DocumentStore {

        private final FakeDocumentStore store = new FakeDocumentStore();
        private boolean away;

        private FakeDocumentStore there() {
            if (away) {
                throw new MongoTimeoutException("away");
            }
            return store;
        }

        @Override
        public Document find(String collection, String id) {
            return there().find(collection, id);
        }

        @Override
        public List<Document> find(String collection, Document filter, Document sort, int limit) {
            return there().find(collection, filter, sort, limit);
        }

        @Override
        public List<String> ids(String collection, Document filter, int limit) {
            return there().ids(collection, filter, limit);
        }

        @Override
        public long count(String collection, Document filter) {
            return there().count(collection, filter);
        }

        @Override
        public boolean insert(String collection, Document document) {
            return there().insert(collection, document);
        }

        @Override
        public boolean update(String collection, Document filter, Bson update) {
            return there().update(collection, filter, update);
        }

        @Override
        public boolean delete(String collection, Document filter) {
            return there().delete(collection, filter);
        }
    }
}
