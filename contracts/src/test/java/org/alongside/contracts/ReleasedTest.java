package org.alongside.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReleasedTest {

    private static final String PATH = "events/groups/seat-reserved/1.0.0.schema.json";
    private static final Map<String, String> FILES = Map.of(PATH, "{}\n");

    private final Released released = new Released(Map.of(PATH, Released.hash("{}\n")));

    @Test
    void what_is_released_is_as_it_was() {
        var files = ContractFiles.ofModule();

        assertThat(Released.of(Catalogue.JSON.readTree(files.get("events/released.json")))
                        .violations(files))
                .isEmpty();
    }

    @Test
    void an_untouched_file_is_fine() {
        assertThat(released.violations(FILES)).isEmpty();
    }

    @Test
    void a_changed_file_is_seen_down_to_a_space() {
        assertThat(released.violations(Map.of(PATH, "{ }\n")))
                .singleElement()
                .asString()
                .contains(PATH);
    }

    @Test
    void a_removed_file_is_seen() {
        assertThat(released.violations(Map.of())).singleElement().asString().contains(PATH);
    }

    @Test
    void the_list_is_read_as_path_and_hash() {
        var list = Catalogue.JSON.readTree("{\"%s\": \"0000\"}".formatted(PATH));

        assertThat(Released.of(list).violations(FILES)).hasSize(1);
    }
}
