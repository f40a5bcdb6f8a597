package org.alongside.mentorship.matching;

import org.alongside.eventing.document.Told;

/** The wire name of everything that is told of a mentee. */
final class MenteeWire {

    private static final String VERSION = "1.0.0";

    private MenteeWire() {}

    static Told told(MenteeEvent event) {
        return new Told(type(event), VERSION, event);
    }

    private static String type(MenteeEvent event) {
        return switch (event) {
            case MenteeEvent.MentorProposed e -> "mentor-proposed";
            case MenteeEvent.MentorAssigned e -> "mentor-assigned";
            case MenteeEvent.MentorDeclined e -> "mentor-declined";
            case MenteeEvent.OfferExpired e -> "mentor-offer-expired";
            case MenteeEvent.SearchWaitlisted e -> "mentor-search-waitlisted";
            case MenteeEvent.AssignmentEnded e -> "mentor-assignment-ended";
            case MenteeEvent.MentorKept e -> "mentor-kept";
            case MenteeEvent.ContactLogged e -> "peer-contact-logged";
            case MenteeEvent.ContactOverdue e -> "peer-contact-overdue";
        };
    }
}
