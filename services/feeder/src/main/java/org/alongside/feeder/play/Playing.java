package org.alongside.feeder.play;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Consumer;
import org.alongside.feeder.adt.MllpSender;
import org.alongside.feeder.book.Book;
import org.alongside.feeder.centre.SampleCentre;
import org.alongside.feeder.http.Doors;
import org.alongside.feeder.http.Patience;
import org.alongside.feeder.plan.Plan;

/**
 * Plays the plan to its end, from wherever the ledger and the centre's clock stand. The clock is moved only when everything
 * that was due has been answered.
 */
public final class Playing {

    private static final int STEPS_A_WEEK = 14;

    private final Plan plan;
    private final CentreTime time;
    private final Doing doing;
    private final Opening opening;
    private final Registration registration;
    private final IntakeDesk desk;
    private final OfferedPeers offers;
    private final Companions companions;
    private final Facilitators facilitators;
    private final Coordinators coordinators;
    private final CheckIns checkIns;
    private final MoreSeats moreSeats;
    private final Headcount headcount;

    private Playing(Plan plan, CentreTime time, SampleCentre centre, Doors doors, MllpSender sender, Doing doing) {
        var chance = plan.chance();
        this.plan = plan;
        this.time = time;
        this.doing = doing;
        var faces = new Faces(plan, doors, doing.book());
        this.opening = new Opening(centre, doors, doing);
        this.registration = new Registration(plan, sender, doing, faces);
        this.desk = new IntakeDesk(plan, doors, doing, faces);
        this.offers = new OfferedPeers(doors, doing, chance);
        this.companions = new Companions(doors, doing, chance);
        this.facilitators = new Facilitators(centre.groups(), doors, doing, chance);
        this.coordinators = new Coordinators(doors, doing, chance);
        this.checkIns = new CheckIns(plan, doors, doing, faces, chance);
        this.moreSeats = new MoreSeats(plan, centre.groups(), doors, doing, faces, chance);
        this.headcount = new Headcount(doors);
    }

    /**
     * What is played.
     *
     * @param patience with a platform that does not answer
     */
    public record Part(long seed, int people, int days, Patience patience) {}

    /**
     * @param faults what must not have happened, and how often; empty when all is well
     * @param refusals what life brings, such as an answer that came too late
     */
    public record Played(Instant start, Instant end, Map<String, Integer> faults, Map<String, Integer> refusals) {}

    /** @param told once a week of the centre's time: how many people are where */
    public static Played play(Part part, Doors doors, MllpSender sender, Book book, Consumer<Headcount.Heads> told) {
        var doing = new Doing(book);
        var time = new CentreTime(doors, doing, part.patience());
        var start = time.start();
        var plan = Plan.of(part.seed(), part.people(), part.days(), start);
        var centre = SampleCentre.startingOn(start.atZone(ZoneOffset.UTC).toLocalDate());
        return new Playing(plan, time, centre, doors, sender, doing).toTheEnd(told);
    }

    /** A book for the ledger at that place; its lines carry real time. */
    public static Book book(java.nio.file.Path ledger) {
        return Book.open(ledger, Clock.systemUTC());
    }

    private Played toTheEnd(Consumer<Headcount.Heads> told) {
        opening.work();
        while (true) {
            var now = time.now();
            var moment = new Moment(plan.step(now), now);
            halfADay(moment);
            boolean last = moment.step() >= plan.lastStep();
            if (last || moment.step() % STEPS_A_WEEK == 0) {
                told.accept(headcount.on(moment.day()));
            }
            if (last) {
                return new Played(plan.start(), now, doing.faults(), doing.refusals());
            }
            time.halfADayAhead(moment.step() + 1, now);
        }
    }

    private void halfADay(Moment moment) {
        registration.work(moment);
        desk.work(moment);
        offers.work();
        facilitators.work(moment);
        companions.work(moment);
        coordinators.work(moment);
        checkIns.work(moment);
        moreSeats.work(moment);
    }
}
