package org.alongside.intake.adt;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.alongside.eventing.document.DocumentSpace;
import org.alongside.intake.patient.Patients;
import org.alongside.intake.visit.ApplyingVisitMessages;
import org.alongside.intake.visit.PatientIds;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the feed together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Settings.class, MllpSettings.class})
class AdtConfiguration {

    @Bean
    ReceivedMessages receivedMessages(DocumentSpace space) {
        return new ReceivedMessages(space.documents(ReceivedMessages.KIND));
    }

    @Bean
    ApplyingMessages applyingMessages(ReceivedMessages messages, ApplyingVisitMessages visits) {
        return new ApplyingMessages(messages, visits::apply);
    }

    @Bean
    ReceivingMessages receivingMessages(
            Settings settings,
            Patients patients,
            PatientIds ids,
            ReceivedMessages messages,
            ApplyingMessages applying,
            Clock clock) {
        var ours = new OurProgrammes(who -> patients.find(ids.of(who)).isPresent());
        return new ReceivingMessages(settings, ours, messages, applying, clock);
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
