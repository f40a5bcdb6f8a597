package org.alongside.intake.patient;

import org.alongside.eventing.document.DocumentSpace;
import org.alongside.eventing.document.DueWork;
import org.alongside.intake.IntakeSettings;
import org.alongside.intake.visit.PatientIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PatientConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(PatientConfiguration.class);

    @Bean
    Patients patients(DocumentSpace space, IntakeSettings settings) {
        return Patients.in(space, settings);
    }

    @Bean
    DueWork patientsDue(Patients patients) {
        return new PatientsDue(patients);
    }

    @Bean
    PatientIds patientIds(IntakeSettings settings) {
        if (settings.patientIdKey().equals(PatientIds.DEVELOPMENT_KEY)) {
            LOG.warn(
                    "alongside.intake.patient-id-key is the development key, which everyone knows: not for real people");
        }
        return new PatientIds(settings.patientIdKey());
    }
}
