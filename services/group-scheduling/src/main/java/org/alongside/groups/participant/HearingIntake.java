package org.alongside.groups.participant;

import org.alongside.eventing.lane.Incoming;
import org.alongside.eventing.lane.LaneListener;
import org.alongside.groups.participant.IntakeFacts.AdmissionResumed;
import org.alongside.groups.participant.IntakeFacts.ConsentChanged;
import org.alongside.groups.participant.IntakeFacts.LevelOfCareChanged;
import org.alongside.groups.participant.IntakeFacts.OfAdmission;
import org.alongside.groups.participant.IntakeFacts.OfPerson;
import org.alongside.groups.participant.IntakeFacts.PatientAdmitted;
import org.alongside.groups.participant.IntakeFacts.PatientDischarged;
import org.alongside.groups.participant.IntakeFacts.PeerProfileUpdated;

/** What intake tells of a person, as facts. */
class HearingIntake {

    private final SeatingParticipants seating;

    HearingIntake(SeatingParticipants seating) {
        this.seating = seating;
    }

    LaneListener listener() {
        return LaneListener.to("intake")
                .freezing("participants")
                .beforeServing()
                .on("patient-admitted", PatientAdmitted.class, this::admitted)
                .on("peer-profile-updated", PeerProfileUpdated.class, this::profileUpdated)
                .on("level-of-care-changed", LevelOfCareChanged.class, this::levelChanged)
                .on("patient-discharged", PatientDischarged.class, this::discharged)
                .on("discharge-cancelled", OfAdmission.class, this::reopened)
                .on("discharge-plan-cancelled", OfAdmission.class, this::reopened)
                .on("admission-resumed", AdmissionResumed.class, this::resumed)
                .on("admission-cancelled", OfAdmission.class, this::cancelled)
                .on("patient-deceased", OfPerson.class, this::deceased)
                .on("patient-deceased-withdrawn", OfPerson.class, this::alive)
                .on("consent-granted", ConsentChanged.class, this::granted)
                .on("consent-revoked", ConsentChanged.class, this::revoked)
                .ignoring("discharge-planned")
                .build();
    }

    void admitted(Incoming in, PatientAdmitted e) {
        seating.learn(in.lane(), in.receipt(), known -> {
            var facts = known.at(e.centreId())
                    .aged(e.ageBand())
                    .wanting(e.profile() == null ? null : e.profile().read())
                    .staying(
                            e.admissionId(),
                            stay -> stay.admitted(e.admittedAt(), e.levelOfCare(), e.track(), in.time()));
            for (var consent : e.consents() == null ? java.util.List.<IntakeFacts.ConsentTold>of() : e.consents()) {
                facts = consent.isPeerDisclosure() ? facts.consenting(consent.peer(true)) : facts;
            }
            return facts;
        });
    }

    void profileUpdated(Incoming in, PeerProfileUpdated e) {
        seating.learn(
                in.lane(),
                in.receipt(),
                known -> known.at(e.centreId())
                        .aged(e.ageBand())
                        .wanting(e.profile() == null ? null : e.profile().read()));
    }

    void levelChanged(Incoming in, LevelOfCareChanged e) {
        seating.learn(
                in.lane(),
                in.receipt(),
                known -> known.at(e.centreId()).staying(e.admissionId(), stay -> stay.at(e.to(), e.track())));
    }

    void discharged(Incoming in, PatientDischarged e) {
        seating.learn(
                in.lane(),
                in.receipt(),
                known -> known.at(e.centreId())
                        .staying(e.admissionId(), stay -> stay.discharged(e.dischargedAt(), e.disposition())));
    }

    void reopened(Incoming in, OfAdmission e) {
        seating.learn(
                in.lane(),
                in.receipt(),
                known -> known.at(e.centreId()).staying(e.admissionId(), stay -> stay.reopened(in.time())));
    }

    void resumed(Incoming in, AdmissionResumed e) {
        seating.learn(
                in.lane(),
                in.receipt(),
                known -> known.at(e.centreId())
                        .staying(
                                e.admissionId(),
                                stay -> stay.reopened(in.time()).at(e.levelOfCare(), e.track())));
    }

    void cancelled(Incoming in, OfAdmission e) {
        seating.learn(
                in.lane(), in.receipt(), known -> known.at(e.centreId()).staying(e.admissionId(), Stay::withCancelled));
    }

    void deceased(Incoming in, OfPerson e) {
        seating.learn(in.lane(), in.receipt(), known -> known.at(e.centreId()).died(in.time()));
    }

    void alive(Incoming in, OfPerson e) {
        seating.learn(in.lane(), in.receipt(), known -> known.at(e.centreId()).alive());
    }

    void granted(Incoming in, ConsentChanged e) {
        consent(in, e, true);
    }

    void revoked(Incoming in, ConsentChanged e) {
        consent(in, e, false);
    }

    private void consent(Incoming in, ConsentChanged e, boolean given) {
        seating.learn(
                in.lane(),
                in.receipt(),
                known -> e.consent().isPeerDisclosure()
                        ? known.at(e.centreId()).consenting(e.consent().peer(given))
                        : known.at(e.centreId()));
    }
}
