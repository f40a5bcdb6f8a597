package org.alongside.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class EvolutionTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void each_case_gets_its_verdict(String name, JsonNode given) {
        var refusals = Evolution.refusals(given.path("before"), given.path("after"));

        if (given.path("verdict").asString("").equals("allowed")) {
            assertThat(refusals).isEmpty();
        } else {
            assertThat(refusals)
                    .anyMatch(refusal ->
                            refusal.endsWith(" " + given.path("because").asString("")));
        }
    }

    @Test
    void both_verdicts_and_every_reason_have_a_case() {
        assertThat(cases().map(each ->
                        ((JsonNode) each.get()[1]).path("verdict").asString("")))
                .contains("allowed", "refused")
                .containsOnly("allowed", "refused");
        assertThat(cases().map(each ->
                        ((JsonNode) each.get()[1]).path("because").asString("")))
                .contains("removed", "re-typed", "newly required", "no longer required", "shrank", "less sensitive");
    }

    static Stream<Arguments> cases() {
        return ModuleFiles.json("evolution-cases.json")
                .valueStream()
                .map(each -> Arguments.of(each.path("case").asString(""), each));
    }
}
