package org.alongside.mentorship.matching;

import org.alongside.eventing.lane.LaneListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who is listened to, and what for. */
@Configuration
class Listening {

    @Bean
    LaneListener intake(FindingMentors finding) {
        return LaneListener.to("intake")
                .freezing("mentees")
                .beforeServing()
                .on(
                        "patient-admitted",
                        IntakeFacts.Admitted.class,
                        (in, e) -> finding.on(in, p -> p.admitted(e.episode(), e.ageBand(), e.profile(), e.consents())))
                .on(
                        "peer-profile-updated",
                        IntakeFacts.ProfileUpdated.class,
                        (in, e) -> finding.on(in, p -> p.wanting(e.profile(), e.ageBand())))
                .on(
                        "level-of-care-changed",
                        IntakeFacts.LevelChanged.class,
                        (in, e) -> finding.on(in, p -> p.movedTo(e.admissionId(), e.to())))
                .on(
                        "patient-discharged",
                        IntakeFacts.Discharged.class,
                        (in, e) -> finding.on(in, p -> p.discharged(e.admissionId(), e.dischargedAt())))
                .on(
                        "discharge-cancelled",
                        IntakeFacts.OfAdmission.class,
                        (in, e) -> finding.on(in, p -> p.reopened(e.admissionId(), null)))
                .on(
                        "admission-resumed",
                        IntakeFacts.Resumed.class,
                        (in, e) -> finding.on(in, p -> p.reopened(e.admissionId(), e.levelOfCare())))
                .on(
                        "admission-cancelled",
                        IntakeFacts.OfAdmission.class,
                        (in, e) -> finding.on(in, p -> p.cancel(e.admissionId())))
                .on("patient-deceased", IntakeFacts.OfPerson.class, (in, e) -> finding.on(in, p -> p.died()))
                .on("patient-deceased-withdrawn", IntakeFacts.OfPerson.class, (in, e) -> finding.on(in, p -> p.lives()))
                .on(
                        "consent-granted",
                        IntakeFacts.OfConsent.class,
                        (in, e) -> finding.on(in, p -> p.granted(e.consent())))
                .on(
                        "consent-revoked",
                        IntakeFacts.OfConsent.class,
                        (in, e) -> finding.on(in, p -> p.revoked(e.consent())))
                .ignoring("discharge-planned", "discharge-plan-cancelled")
                .build();
    }

    @Bean
    LaneListener continuum(FindingMentors finding) {
        return LaneListener.to("continuum")
                .on(
                        "peer-continuity-requested",
                        IntakeFacts.ContinuityAsked.class,
                        (in, e) -> finding.asked(in, e.asked()))
                .on(
                        "peer-continuity-request-withdrawn",
                        IntakeFacts.ContinuityWithdrawn.class,
                        (in, e) -> finding.withdrawn(in, e.requestId()))
                .ignoring(
                        "alumni-seat-requested",
                        "alumni-seat-request-withdrawn",
                        "handoff-started",
                        "handoff-at-risk",
                        "handoff-secured",
                        "handoff-completed",
                        "check-in-due",
                        "check-in-answered",
                        "check-in-missed",
                        "outreach-task-raised",
                        "outreach-task-escalated",
                        "outreach-task-closed")
                .build();
    }
}
