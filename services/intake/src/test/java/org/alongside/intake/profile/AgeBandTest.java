package org.alongside.intake.profile;

import static org.alongside.intake.Says.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.alongside.intake.Centre;
import org.alongside.intake.patient.Patients;
import org.alongside.intake.visit.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class AgeBandTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2008-03-02,minor", "2008-03-01,18-25", "2000-03-02,18-25", "2000-03-01,26-35", "1990-03-02,26-35",
        "1990-03-01,36-50", "1975-03-02,36-50", "1975-03-01,51-65", "1960-03-02,51-65", "1960-03-01,over-65"
    })
    void a_birthday_decides(LocalDate born, String band) {
        assertThat(AgeBand.of(born, NOW).code()).isEqualTo(band);
    }

    @Test
    void no_birth_date_is_unknown_and_neither_it_nor_a_minor_is_adult() {
        assertThat(AgeBand.of(null, NOW)).isEqualTo(AgeBand.UNKNOWN);
        assertThat(AgeBand.UNKNOWN.adult()).isFalse();
        assertThat(AgeBand.MINOR.adult()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2008-02-29", "2008-03-01", "1999-12-31", "1975-06-15"})
    void on_the_day_it_ends_the_band_is_another(LocalDate born) {
        var band = AgeBand.of(born, NOW);
        var until = band.until(born).orElseThrow();
        assertThat(AgeBand.of(born, until.minusMillis(1))).isEqualTo(band);
        assertThat(AgeBand.of(born, until)).isNotEqualTo(band);
    }

    @Test
    void an_age_that_is_corrected_or_becomes_known_after_the_admission_is_told_before_there_is_a_profile() {
        var centre = new Centre();
        centre.hears(says(Trigger.A04, "2026-02-01T10:00:00Z").born(null));
        centre.hears(says(Trigger.A08, "2026-02-02T10:00:00Z").born(LocalDate.of(1985, 3, 5)));
        centre.hears(says(Trigger.A08, "2026-02-03T10:00:00Z").born(LocalDate.of(2010, 3, 5)));
        centre.hears(says(Trigger.A08, "2026-02-04T10:00:00Z").born(LocalDate.of(2010, 3, 6)));

        assertThat(centre.newsInFull())
                .extracting(e ->
                        e.type() + " " + JSON.readTree(e.data()).get("ageBand").asString())
                .containsExactly(
                        "patient-admitted unknown", "peer-profile-updated 36-50", "peer-profile-updated minor");
    }

    @Test
    void an_age_that_is_known_before_the_admission_is_told_with_it() {
        var centre = new Centre();
        centre.hears(says(Trigger.A08, "2026-02-01T09:00:00Z"));
        centre.hears(says(Trigger.A04, "2026-02-01T10:00:00Z"));

        assertThat(centre.news()).containsExactly("patient-admitted");
    }

    @Test
    void who_comes_of_age_is_told_with_the_profile() {
        var centre = new Centre();
        var preferences =
                new KnowingPreferences(centre.patients, new ProfileCodes(List.of(), List.of(), List.of(), List.of()));
        centre.hears(says(Trigger.A04, "2026-02-01T10:00:00Z").born(LocalDate.of(2008, 3, 5)));
        preferences.release(Centre.SOMEBODY, centre.command(), true);
        assertThat(centre.newsInFull()).allSatisfy(e -> assertThat(e.data()).contains("\"ageBand\":\"minor\""));

        var birthday = Instant.parse("2026-03-05T00:00:00Z");
        assertThat(centre.space.space().due(Patients.COLLECTION, birthday, 1)).hasSize(1);
        centre.clock.moveTo(birthday);
        centre.patients.settle(Centre.SOMEBODY);

        assertThat(centre.newsInFull())
                .singleElement()
                .satisfies(e -> assertThat(e.data()).contains("\"ageBand\":\"18-25\"", "\"version\":2"));
        assertThat(centre.space.space().due(Patients.COLLECTION, birthday, 1)).isEmpty();
    }
}
