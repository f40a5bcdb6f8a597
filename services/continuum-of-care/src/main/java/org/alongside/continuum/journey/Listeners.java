package org.alongside.continuum.journey;

import org.alongside.eventing.lane.LaneListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whom this service listens to, and what it takes from them. */
@Configuration(proxyBeanMethods = false)
class Listeners {

    @Bean
    LaneListener intakeListener(FollowingPeople following) {
        return LaneListener.to("intake")
                .freezing(FollowingPeople.COLLECTION)
                .beforeServing()
                .on("patient-admitted", IntakeEvent.PatientAdmitted.class, following::on)
                .on("level-of-care-changed", IntakeEvent.LevelOfCareChanged.class, following::on)
                .on("discharge-planned", IntakeEvent.DischargePlanned.class, following::on)
                .on("discharge-plan-cancelled", IntakeEvent.DischargePlanCancelled.class, following::on)
                .on("patient-discharged", IntakeEvent.PatientDischarged.class, following::on)
                .on("discharge-cancelled", IntakeEvent.DischargeCancelled.class, following::on)
                .on("admission-cancelled", IntakeEvent.AdmissionCancelled.class, following::on)
                .on("admission-resumed", IntakeEvent.AdmissionResumed.class, following::on)
                .on("patient-deceased", IntakeEvent.PatientDeceased.class, following::on)
                .on("patient-deceased-withdrawn", IntakeEvent.PatientDeceasedWithdrawn.class, following::on)
                .on("consent-granted", IntakeEvent.ConsentGranted.class, following::on)
                .on("consent-revoked", IntakeEvent.ConsentRevoked.class, following::on)
                .ignoring("peer-profile-updated")
                .build();
    }

    @Bean
    LaneListener mentorshipListener(FollowingPeople following, LaneTasks tasks) {
        return LaneListener.to("mentorship")
                .on("mentor-proposed", PeerEvent.MentorProposed.class, following::on)
                .on("mentor-assigned", PeerEvent.MentorAssigned.class, following::on)
                .on("mentor-kept", PeerEvent.MentorKept.class, following::on)
                .on("mentor-search-waitlisted", PeerEvent.MentorSearchWaitlisted.class, following::on)
                .on("mentor-assignment-ended", PeerEvent.MentorAssignmentEnded.class, following::on)
                .on("peer-contact-logged", PeerEvent.PeerContactLogged.class, following::on)
                .on("peer-contact-overdue", PeerEvent.PeerContactOverdue.class, following::on)
                .on("lane-parked", LaneEvent.Parked.class, tasks::on)
                .on("lane-unparked", LaneEvent.Unparked.class, tasks::on)
                .ignoring("mentor-declined", "mentor-offer-expired", "mentor-availability-changed")
                .build();
    }

    @Bean
    LaneListener groupsListener(FollowingPeople following, LaneTasks tasks) {
        return LaneListener.to("groups")
                .on("seat-reserved", SeatEvent.SeatTaken.class, following::on)
                .on("seat-promoted", SeatEvent.SeatTaken.class, following::on)
                .on("seat-waitlisted", SeatEvent.SeatWaitlisted.class, following::on)
                .on("seat-released", SeatEvent.SeatReleased.class, following::on)
                .on("attendance-recorded", SeatEvent.AttendanceRecorded.class, following::on)
                .on("session-missed-by-group", SeatEvent.SessionMissedByGroup.class, following::on)
                .on("lane-parked", LaneEvent.Parked.class, tasks::on)
                .on("lane-unparked", LaneEvent.Unparked.class, tasks::on)
                .ignoring("session-cancelled", "group-changed")
                .build();
    }
}
