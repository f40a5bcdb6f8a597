package org.alongside.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicsTest {

    @Test
    void the_declaration_says_what_is_promised() {
        assertThat(differences("", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "name: alongside.groups > name: alongside.rooms",
                "partitions: 12 > partitions: 6",
                "replication: 3 > replication: 2",
                "retention.ms: 5184000000 > retention.ms: 604800000",
                "cleanup.policy: delete > cleanup.policy: compact",
                "keys: [patientId, groupId, parkedLaneId] > keys: [patientId]",
                "writes: alongside.groups > writes: alongside.intake",
                "principal: User:alongside-groups > principal: User:alongside",
                "group: groups.alongside.intake > group: groups",
                "'listens: [Read, Describe, DescribeConfigs]' > 'listens: [Read, Describe]'",
                "'listens: []' > 'listens: [{ topic: alongside.groups, group: intake.alongside.groups }]'",
                "'reads: [' > 'writes: [alongside.intake]\n    reads: ['"
            })
    void a_difference_is_seen(String said, String instead) {
        assertThat(differences(said, instead)).isNotEmpty();
    }

    @Test
    void a_listener_that_reads_nothing_of_a_topic_is_seen() {
        var catalogue = Catalogue.read();
        catalogue.of("continuum").forEach(event -> event.readers().remove("mentorship"));

        assertThat(Topics.read().differences(AsyncApi.read().values(), catalogue))
                .anyMatch(line -> line.contains("mentorship's topics to listen to"));
    }

    private static List<String> differences(String said, String instead) {
        var text = ModuleFiles.text("../infra/kafka/topics.yaml");
        assertThat(text).contains(said);
        return new Topics(ModuleFiles.yamlOf(text.replace(said, instead)))
                .differences(AsyncApi.read().values(), Catalogue.read());
    }
}
