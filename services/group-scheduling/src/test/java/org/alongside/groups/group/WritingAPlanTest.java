package org.alongside.groups.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alongside.eventing.web.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class WritingAPlanTest {

    private static final String PLAN =
            "{\"phase\":\"iop\",\"days\":[\"monday\"],\"from\":\"10:00\",\"to\":\"11:00\",\"zone\":\"UTC\",%s}";

    private static GroupPlan read(String more) {
        return JsonMapper.shared()
                .readValue(PLAN.formatted(more), PlanText.class)
                .read("harbour");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    startsOn   | "+999999999-12-31"   | impossible-date
                    endsOn     | "-999999999-01-01"   | impossible-date
                    startsOn   | "0026-03-02"         | impossible-date
                    exceptions | ["+999999999-12-31"] | impossible-date
                    exceptions | [null]               | unreadable-date
                    languages  | [null]               | unknown-language
                    languages  | ["English, mostly"]  | unknown-language
                    facilitators | [null]             | unreadable-code
                    """)
    void what_cannot_be_is_refused_by_rule_and_field(String field, String value, String rule) {
        assertThatThrownBy(() -> read("\"%s\":%s".formatted(field, value))).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.rule()).isEqualTo(rule);
            assertThat(r.field()).isEqualTo(field);
        });
    }

    @Test
    void a_series_does_not_end_before_it_starts() {
        assertThatThrownBy(() -> read("\"startsOn\":\"2027-01-01\",\"endsOn\":\"2026-12-31\""))
                .isInstanceOfSatisfying(Refused.class, r -> {
                    assertThat(r.rule()).isEqualTo("ends-before-it-starts");
                    assertThat(r.field()).isEqualTo("endsOn");
                });
        assertThat(read("\"startsOn\":\"2027-01-01\",\"endsOn\":\"2027-01-01\"")
                        .series()
                        .endsOn())
                .isEqualTo("2027-01-01");
    }

    @Test
    void a_language_of_any_length_is_read_or_refused() {
        assertThatThrownBy(() -> read("\"languages\":[\"en%s\"]".formatted("-abc".repeat(100_000))))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("unknown-language"));
    }

    @Test
    void languages_are_the_same_in_any_case() {
        assertThat(read("\"languages\":[\"EN\",\"pt-BR\"]").languages()).containsExactlyInAnyOrder("en", "pt-br");
    }

    @Test
    void facilitators_stay_in_the_order_in_which_they_are_written() {
        assertThat(read("\"facilitators\":[\"z-first\",\"m-next\",\"a-last\",\"m-next\",\"q-fourth\"]")
                        .facilitators())
                .containsExactly("z-first", "m-next", "a-last", "q-fourth");
    }
}
