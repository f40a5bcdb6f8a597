package org.alongside.mentorship.matching;

import org.alongside.eventing.document.Cause;
import org.alongside.eventing.web.Refused;
import org.springframework.stereotype.Component;

/** Both sides of an offer say yes or no. No needs no reason, and the next search starts in the same write. */
@Component
class AnsweringOffers {

    private final Mentees mentees;
    private final Matching matching;

    AnsweringOffers(Mentees mentees, Matching matching) {
        this.mentees = mentees;
        this.matching = matching;
    }

    void accept(String patientId, String offerId, Side by, Cause cause) {
        mentees.decide(patientId, cause, (u, roster) -> {
            open(u, offerId);
            matching.endWhatMust(u, roster);
            var accepted = open(u, offerId).acceptedBy(by);
            u.search = accepted;
            if (accepted.acceptedByBoth()) {
                matching.assign(u, roster, accepted);
            }
        });
    }

    void decline(String patientId, String offerId, Side by, Cause cause) {
        mentees.decide(patientId, cause, (u, roster) -> {
            var offer = open(u, offerId);
            u.pass(offer.proposal().mentorId(), "declined");
            u.withdraw(by);
        });
    }

    private static Search.Offered open(Unfolding u, String offerId) {
        if (!(u.search instanceof Search.Offered offer) || !offer.offerId().equals(offerId)) {
            throw Refused.conflict("offer-not-open", "This offer is not open, or not any more.");
        }
        if (!u.now.isBefore(offer.expires())) {
            throw Refused.conflict("offer-expired", "This offer has expired; the next one follows.");
        }
        return offer;
    }
}
