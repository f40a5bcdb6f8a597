package org.alongside.intake.patient;

import org.alongside.eventing.document.DueWork;

/** Consents that expire and birthdays that matter, told when they have come. */
final class PatientsDue implements DueWork {

    private final Patients patients;

    PatientsDue(Patients patients) {
        this.patients = patients;
    }

    @Override
    public String collection() {
        return Patients.COLLECTION;
    }

    @Override
    public void due(String id) {
        patients.settle(id);
    }
}
