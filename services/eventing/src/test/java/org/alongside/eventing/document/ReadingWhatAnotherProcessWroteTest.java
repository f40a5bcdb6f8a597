package org.alongside.eventing.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.annotation.TypeAlias;

/** A converter that has written nothing knows only what was registered, as a new process does. */
class ReadingWhatAnotherProcessWroteTest {

    record Story(List<Step> steps) {}

    sealed interface Step {}

    sealed interface Ending extends Step {}

    @TypeAlias("step-begun")
    record Begun(LocalDate on) implements Step {}

    @TypeAlias("step-ended")
    record Ended(LocalDate on) implements Ending {}

    record Untold(Telling telling) {}

    sealed interface Telling {}

    record Whispered(String to) implements Telling {}

    private static StateConverter process() {
        var converter = new StateConverter();
        converter.register(Story.class);
        return converter;
    }

    @Test
    void finds_every_type_by_its_alias() {
        var story = new Story(List.of(new Begun(LocalDate.of(2026, 3, 1)), new Ended(LocalDate.of(2026, 3, 9))));
        var stored = process().toStored(story);
        assertThat(stored.toJson()).contains("step-begun", "step-ended").doesNotContain("Begun", "Ended");
        assertThat(process().fromStored(stored, Story.class)).isEqualTo(story);
    }

    @Test
    void a_type_without_an_alias_is_refused_at_the_start() {
        assertThatThrownBy(() -> new StateConverter().register(Untold.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Whispered");
    }
}
