package org.alongside.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alongside.audit.finding.Book;
import org.alongside.audit.finding.Count;
import org.alongside.audit.finding.Fault;
import org.alongside.audit.world.Stored;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WorkLeftTest {

    private final WorkLeft left = new WorkLeft();

    @Test
    void what_waits_from_the_first_look_to_the_last_is_lost() {
        seen("'outbox':{'2':{},'3':{}},'owed':{'claim':{}}");
        seen("'outbox':{'2':{},'3':{}},'owed':{'claim':{}}");
        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.count()).isEqualTo(Count.LOST);
            assertThat(fault.rule()).isEqualTo("work-left");
            assertThat(fault.about()).isEqualTo(Tale.ANN);
            assertThat(fault.what()).contains("intake/patients").contains("2 to tell and 1 to do");
        });
    }

    @Test
    void what_went_away_while_other_work_came_is_not() {
        seen("'outbox':{'2':{}},'owed':{'claim':{}}");
        seen("'outbox':{'3':{}},'owed':{'release':{}}");
        assertThat(faults()).isEmpty();
    }

    @Test
    void what_was_not_there_at_the_first_look_is_not() {
        seen("'outbox':{}");
        seen("'outbox':{'2':{}}");
        assertThat(faults()).isEmpty();
    }

    @Test
    void one_look_is_all_there_is_without_patience() {
        seen("'outbox':{'2':{}}");
        assertThat(faults()).hasSize(1);
    }

    @Test
    void a_document_that_a_parked_lane_has_frozen_may_owe_but_must_tell() {
        seen("'owed':{'claim':{}},'frozen':{'intake':true}");
        assertThat(faults()).isEmpty();
    }

    @Test
    void what_is_owed_to_a_frozen_document_of_the_same_service_waits_with_it() {
        var frozen = stored("groups", "participants", Tale.ANN, "'frozen':{'intake':true}");
        var owing = "'owed':{'look':{'want':'look','target':'" + Tale.ANN + "'}}";
        left.seen(List.of(frozen, stored("groups", "groups", "monday", owing)));
        assertThat(faults()).isEmpty();
    }

    @Test
    void what_is_owed_elsewhere_does_not() {
        var frozen = stored("groups", "participants", Tale.ANN, "'frozen':{'intake':true}");
        var owing = "'owed':{'look':{'want':'look','target':'" + Tale.ANN + "'}}";
        left.seen(List.of(frozen, stored("mentorship", "mentors", "mia", owing)));
        assertThat(faults()).hasSize(1);
    }

    private void seen(String parts) {
        left.seen(List.of(stored("intake", "patients", Tale.ANN, parts)));
    }

    private static Stored stored(String service, String collection, String id, String parts) {
        var content = JsonMapper.shared().readTree(("{'version':3,'seq':3," + parts + "}").replace('\'', '"'));
        return new Stored(service, collection, id, content);
    }

    private List<Fault> faults() {
        var book = new Book();
        left.judge(book);
        return book.close().faults();
    }
}
