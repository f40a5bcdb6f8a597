package org.alongside.intake.adt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.alongside.eventing.document.DocumentSpace;
import org.alongside.eventing.document.DueWork;
import org.alongside.eventing.testing.MovableClock;
import org.alongside.eventing.testing.TestSpace;
import org.alongside.intake.IntakeSettings;
import org.alongside.intake.patient.Patients;
import org.alongside.intake.visit.ApplyingVisitMessages;
import org.alongside.intake.visit.HearingVisits;
import org.alongside.intake.visit.PatientIds;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PuttingTheFeedTogetherTest {

    private final MovableClock clock = new MovableClock("2026-05-01T12:00:00Z");
    private final DocumentSpace space = new TestSpace(clock).space();
    private final Patients patients = Patients.in(space, IntakeSettings.DEFAULTS);
    private final PatientIds ids = new PatientIds("key");

    private final ApplicationContextRunner centre = new ApplicationContextRunner()
            .withUserConfiguration(AdtConfiguration.class)
            .withBean(Clock.class, () -> clock)
            .withBean(DocumentSpace.class, () -> space)
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
            .withBean(IntakeSettings.class, () -> IntakeSettings.DEFAULTS)
            .withBean(Patients.class, () -> patients)
            .withBean(PatientIds.class, () -> ids)
            .withBean(ApplyingVisitMessages.class, () -> new HearingVisits(patients, ids))
            .withPropertyValues(
                    "alongside.intake.mllp.port=0",
                    "alongside.intake.senders[0].application=EPIC",
                    "alongside.intake.senders[0].zone=America/Chicago",
                    "alongside.intake.senders[0].programme.otherwise=substance-use",
                    "alongside.intake.senders[0].level-of-care.code.from=PV1-3.1",
                    "alongside.intake.senders[0].level-of-care.code.codes.IOP=2.1",
                    "alongside.intake.senders[0].disposition.from=PV1-36",
                    "alongside.intake.senders[0].disposition.codes.01=completed");

    @Test
    void the_context_listens_takes_a_message_and_stops() {
        var port = new int[1];
        centre.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBeansOfType(DueWork.class).values())
                    .extracting(DueWork::collection)
                    .containsExactlyInAnyOrder("messages", "unplaced");
            port[0] = context.getBean(MllpServer.class).port();
            try (var sender = new MllpClient(port[0])) {
                assertThat(sender.send(Feed.sample("a04"))).contains("MSA|AA|MSG-a04");
                assertThat(sender.send(Feed.sample("a03"))).contains("MSA|AA|MSG-a03");
            }
        });
        assertThat(port[0]).isPositive();
        assertThatIOException().isThrownBy(() -> new MllpClient(port[0]).close());
    }

    @Test
    void a_sender_with_a_disposition_that_we_do_not_have_keeps_the_centre_from_starting() {
        centre.withPropertyValues("alongside.intake.senders[0].disposition.codes.01=cured")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .hasMessage("No disposition is called cured"));
    }
}
