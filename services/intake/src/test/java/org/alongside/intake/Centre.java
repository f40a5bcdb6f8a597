package org.alongside.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.alongside.contracts.Contracts;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.testing.MovableClock;
import org.alongside.eventing.testing.TestSpace;
import org.alongside.intake.admission.AdmittingPatients;
import org.alongside.intake.patient.Patient;
import org.alongside.intake.patient.Patients;
import org.alongside.intake.visit.Applied;
import org.alongside.intake.visit.HearingVisits;
import org.alongside.intake.visit.PatientIds;

/** Intake in memory, with one person of interest. */
public final class Centre {

    public static final String SOMEBODY = new PatientIds(PatientIds.DEVELOPMENT_KEY).of(Says.SOMEBODY);
    public static final String FIRST = SOMEBODY + "-a1";

    private static final Contracts CONTRACTS = Contracts.load();

    private final AtomicInteger commands = new AtomicInteger();
    public final MovableClock clock = new MovableClock("2026-03-01T12:00:00Z");
    public final TestSpace space = new TestSpace(clock);
    public final Patients patients = Patients.in(space.space(), IntakeSettings.DEFAULTS);
    public final PatientIds ids = new PatientIds(PatientIds.DEVELOPMENT_KEY);
    public final AdmittingPatients admitting =
            new AdmittingPatients(patients, IntakeSettings.DEFAULTS, (patientId, visitNumber) -> List.of());
    private final HearingVisits hearing = new HearingVisits(patients, ids);
    private int seen;

    public Applied hears(Says said) {
        return hearing.apply(said.message());
    }

    public Applied hearsWithResetCounter(Says said) {
        return hearing.apply(said.message(true));
    }

    public Patient somebody() {
        return Patients.state(patients.get(SOMEBODY));
    }

    public Cause.Command command() {
        var n = commands.incrementAndGet();
        return new Cause.Command("command" + n, "body" + n, null);
    }

    public List<TestSpace.Event> told() {
        return space.told(Patients.COLLECTION, SOMEBODY);
    }

    /** Types told since the last call. */
    public List<String> news() {
        return newsInFull().stream().map(TestSpace.Event::type).toList();
    }

    /** What was told since the last call; all of it as the contract promises. */
    public List<TestSpace.Event> newsInFull() {
        var all = told();
        var news = new ArrayList<>(all.subList(seen, all.size()));
        seen = all.size();
        assertThat(news)
                .allSatisfy(e -> assertThat(CONTRACTS.violations("intake", e.type(), "1.0.0", e.data()))
                        .isEmpty());
        return news;
    }
}
