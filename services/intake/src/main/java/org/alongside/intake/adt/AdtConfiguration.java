package org.alongside.intake.adt;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.alongside.eventing.document.DocumentSpace;
import org.alongside.intake.IntakeSettings;
import org.alongside.intake.patient.Patients;
import org.alongside.intake.visit.ApplyingVisitMessages;
import org.alongside.intake.visit.Identity;
import org.alongside.intake.visit.PatientIds;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the feed together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Settings.class, MllpSettings.class})
class AdtConfiguration {

    @Bean
    ReceivedMessages receivedMessages(DocumentSpace space, Clock clock) {
        return new ReceivedMessages(space, clock);
    }

    @Bean
    UnplacedMessages unplacedMessages(DocumentSpace space, PatientIds ids, IntakeSettings settings, Clock clock) {
        return new UnplacedMessages(space, ids, settings.gap(), clock);
    }

    @Bean
    ApplyingMessages applyingMessages(
            ReceivedMessages messages, UnplacedMessages unplaced, ApplyingVisitMessages visits) {
        return new ApplyingMessages(messages, unplaced, visits::apply);
    }

    @Bean
    ReceivingMessages receivingMessages(
            Settings settings,
            Patients patients,
            PatientIds ids,
            UnplacedMessages unplaced,
            ReceivedMessages messages,
            ApplyingMessages applying,
            Clock clock) {
        var ours = new OurProgrammes(new KnownHere(patients, ids));
        return new ReceivingMessages(settings, ours, unplaced, messages, applying, clock);
    }

    record KnownHere(Patients patients, PatientIds ids) implements OurProgrammes.Known {

        @Override
        public boolean person(Identity who) {
            return patients.find(ids.of(who)).isPresent();
        }

        @Override
        public boolean visit(Identity who, String sender, String visitNumber) {
            return patients.find(ids.of(who))
                    .map(Patients::state)
                    .filter(patient ->
                            !patient.visit(sender, visitNumber).said().isEmpty())
                    .isPresent();
        }
    }

    @Bean
    AdtMetrics adtMetrics(MeterRegistry registry) {
        return new AdtMetrics(registry);
    }

    @Bean
    MllpServer mllpServer(MllpSettings settings, ReceivingMessages receiving, AdtMetrics metrics) {
        return new MllpServer(settings, receiving, metrics);
    }
}
