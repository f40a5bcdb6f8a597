package org.alongside.intake;

import static org.alongside.intake.Says.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.alongside.contracts.Contracts;
import org.alongside.eventing.testing.MovableClock;
import org.alongside.eventing.testing.TestSpace;
import org.alongside.intake.patient.Patients;
import org.alongside.intake.visit.HearingVisits;
import org.alongside.intake.visit.PatientIds;
import org.alongside.intake.visit.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class IntakeSettingsTest {

    private static IntakeSettings ofCentre(String id) {
        return settings(Map.of("centre-id", id));
    }

    private static IntakeSettings settings(Map<String, String> said) {
        var properties = new MapConfigurationPropertySource();
        said.forEach((name, value) -> properties.put("alongside.intake." + name, value));
        return new Binder(properties)
                .bind("alongside.intake", IntakeSettings.class)
                .get();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Harbour", "harbour north", "harbour_north", " "})
    void a_centre_that_no_event_may_name_is_refused_at_start(String id) {
        assertThatThrownBy(() -> ofCentre(id))
                .hasRootCauseMessage("alongside.intake.centre-id takes 1 to 64 lower-case letters, digits and hyphens");
    }

    @ParameterizedTest
    @CsvSource({
        "Adult IOP, morning",
        "adult--iop, morning",
        "7, morning",
        "'', morning",
        "adult-iop, Morning",
        "adult-iop, 'morning,morning'",
        "a234567890123456789012345678901234567890123456789012345678901234x, morning"
    })
    void a_programme_or_track_that_no_event_may_name_is_refused_at_start(String code, String tracks) {
        refused(Map.of("programmes[0].code", code, "programmes[0].tracks", tracks));
    }

    @Test
    void a_programme_or_track_without_a_code_and_a_programme_listed_twice_are_refused_at_start() {
        refused(Map.of("programmes[0].tracks", "morning"));
        refused(Map.of("programmes[0].code", "iop", "programmes[1].code", "iop"));
        refused(Map.of("programmes[0].code", "iop", "programmes[0].tracks[0]", ""));
    }

    @Test
    void two_programmes_may_have_the_same_track() {
        assertThat(settings(Map.of(
                                "programmes[0].code", "iop",
                                "programmes[0].tracks", "morning,evening",
                                "programmes[1].code", "php",
                                "programmes[1].tracks", "morning"))
                        .programmes())
                .hasSize(2);
    }

    private static void refused(Map<String, String> said) {
        assertThatThrownBy(() -> settings(said))
                .hasRootCauseMessage("alongside.intake.programmes takes each programme once and each of its tracks"
                        + " once, in 1 to 64 lower-case letters, digits and single hyphens, a letter first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"617", "harbour-2"})
    void a_centre_may_be_a_number(String id) {
        var clock = new MovableClock("2026-03-01T12:00:00Z");
        var space = new TestSpace(clock);
        var hearing =
                new HearingVisits(Patients.in(space.space(), ofCentre(id)), new PatientIds(PatientIds.DEVELOPMENT_KEY));
        hearing.apply(says(Trigger.A04, "2026-03-01T10:00:00Z").born(null).message());
        hearing.apply(says(Trigger.A08, "2026-03-01T11:00:00Z")
                .born(LocalDate.of(1990, 5, 1))
                .message());

        var contracts = Contracts.load();
        assertThat(space.told(Patients.COLLECTION, Centre.SOMEBODY))
                .extracting(TestSpace.Event::type)
                .containsExactly("patient-admitted", "peer-profile-updated");
        assertThat(space.told(Patients.COLLECTION, Centre.SOMEBODY))
                .allSatisfy(e -> assertThat(contracts.violations("intake", e.type(), "1.0.0", e.data()))
                        .isEmpty());
    }
}
