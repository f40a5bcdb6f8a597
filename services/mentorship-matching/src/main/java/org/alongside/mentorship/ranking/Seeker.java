package org.alongside.mentorship.ranking;

import java.util.Collection;
import java.util.Set;
import org.alongside.mentorship.person.Profile;

/**
 * The person a mentor is looked for, as the rules see them.
 *
 * @param disclosesToPeers consent to disclose to peers who are not staff stands now
 * @param afterDischarge the hand-off asks: the match must be able to go on after discharge, and may take a place that is
 *     kept for that
 * @param passed mentors that this search has been through
 * @param vetoed mentors that staff ruled out
 * @param previous mentors of earlier matches that ended well
 * @param chosenByStaff a human picked the candidate: what only binds the machine does not bind, a veto does
 * @param holdsPlace the candidate holds a place for this person already
 */
public record Seeker(
        String patientId,
        String centreId,
        boolean adult,
        Profile wishes,
        boolean disclosesToPeers,
        boolean afterDischarge,
        Set<String> passed,
        Set<String> vetoed,
        Collection<String> previous,
        String ageBand,
        boolean chosenByStaff,
        boolean holdsPlace) {

    /** The same person where a human picked the mentor. */
    public Seeker byStaff() {
        return new Seeker(
                patientId,
                centreId,
                adult,
                wishes,
                disclosesToPeers,
                afterDischarge,
                Set.of(),
                vetoed,
                previous,
                ageBand,
                true,
                holdsPlace);
    }

    /** The same person at a mentor who holds a place for them. */
    public Seeker holdingPlace() {
        return new Seeker(
                patientId,
                centreId,
                adult,
                wishes,
                disclosesToPeers,
                afterDischarge,
                passed,
                vetoed,
                previous,
                ageBand,
                chosenByStaff,
                true);
    }
}
