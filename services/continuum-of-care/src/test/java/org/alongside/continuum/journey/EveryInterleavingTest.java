package org.alongside.continuum.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Plays random lives from a seed: intake, groups and mentorship each in their own order, their lanes interleaved at
 * will, answers late, stale or missing, lanes parked for a while, deaths told in error, stays that overlap, staff closing
 * tasks as they like. After every step what must be true at any moment is looked at.
 */
class EveryInterleavingTest {

    private static final int LIVES = 100;

    @Test
    void nobody_falls_between_in_a_hundred_lives_in_which_all_of_it_happens() {
        var told = new TreeMap<String, Integer>();
        for (int seed = 0; seed < LIVES; seed++) {
            var life = new Life(new Random(seed));
            assertThatCode(life::live).as("life %s", seed).doesNotThrowAnyException();
            life.centre.told().forEach(type -> told.merge(type, 1, Integer::sum));
        }
        assertThat(told).hasSize(14);
        assertThat(told).allSatisfy((type, times) -> assertThat(times).as(type).isGreaterThan(5));
    }
}
