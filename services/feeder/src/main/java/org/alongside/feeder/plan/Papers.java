package org.alongside.feeder.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Profile and consents of one person: most on the day, some late, some never. */
final class Papers {

    private static final double PEERS_CONSENT = 0.9;
    private static final double CONTACT_AT_ONCE = 0.85;
    private static final double PROFILE_AT_ONCE = 0.8;
    private static final double PROFILE_SOON = 0.92;
    private static final double COURT = 0.1;
    private static final int PLANNED_WITHOUT_LEAVE = 25;
    private static final int GONE_WITHOUT_LEAVE = 3;
    private static final int REVOKES = 4;

    private final Person person;
    private final int n;
    private final Days days;
    private final Chance chance;
    private final List<DeskWork> work = new ArrayList<>();

    Papers(Person person, int n, Days days, Chance chance) {
        this.person = person;
        this.n = n;
        this.days = days;
        this.chance = chance;
    }

    List<DeskWork> work() {
        sign(DeskWork.Form.TREATMENT, after(0, 2));
        if (below(PEERS_CONSENT, "peers")) {
            sign(DeskWork.Form.PEERS, after(0, 20));
        }
        contact();
        if (below(COURT, "court")) {
            sign(DeskWork.Form.COURT, after(20, 60));
        }
        profile();
        if (person.ending() == Ending.AGAINST_ADVICE && person.rank() == REVOKES) {
            work.add(new DeskWork.Revoking(person.leaves().plus(days.span(2)), person, DeskWork.Form.CONTACT.kind()));
        }
        return work;
    }

    /** Nearly everybody gives leave to be contacted: all but one who stays to the end, and one who does not. */
    private void contact() {
        if (never()) {
            return;
        }
        boolean atOnce = below(CONTACT_AT_ONCE, "contact");
        sign(DeskWork.Form.CONTACT, atOnce ? after(1, 30) : person.arrives().plus(days.span(6)));
    }

    private boolean never() {
        return person.ending() == Ending.PLANNED && person.rank() == PLANNED_WITHOUT_LEAVE
                || person.ending() == Ending.AGAINST_ADVICE && person.rank() == GONE_WITHOUT_LEAVE;
    }

    private void profile() {
        var wishes = person.wishes();
        if (below(PROFILE_AT_ONCE, "profile")) {
            boolean agrees = !below(0.06, "agreement");
            work.add(new DeskWork.Interview(after(0, 6), person, "profile", wishes.agreeing(agrees)));
            if (!agrees) {
                work.add(new DeskWork.Interview(
                        person.arrives().plus(days.span(4)), person, "profile-2", wishes.agreeing(true)));
            }
        } else if (below(PROFILE_SOON - PROFILE_AT_ONCE, "soon")) {
            work.add(new DeskWork.Interview(after(24, 40), person, "profile", wishes));
        } else {
            work.add(new DeskWork.Release(after(50, 60), person));
            if (n % 2 == 0) {
                work.add(new DeskWork.Interview(person.arrives().plus(days.span(8)), person, "profile", wishes));
            }
        }
    }

    private void sign(DeskWork.Form form, Instant when) {
        work.add(new DeskWork.Signing(when, person, form));
    }

    private Instant after(int hours, int beforeHours) {
        return person.arrives()
                .plus(Duration.ofMinutes(
                        chance.between(hours * 60 + 10, beforeHours * 60, person.name(), "" + work.size())));
    }

    private boolean below(double share, String what) {
        return chance.below(share, person.name(), what);
    }
}
