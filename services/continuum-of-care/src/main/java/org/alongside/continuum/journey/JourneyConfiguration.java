package org.alongside.continuum.journey;

import org.alongside.continuum.ContinuumSettings;
import org.alongside.continuum.centre.CentreCalendar;
import org.alongside.continuum.centre.DutyRoster;
import org.alongside.continuum.checkin.Cadence;
import org.alongside.continuum.handoff.HandoffPolicy;
import org.alongside.continuum.outreach.TaskRules;
import org.alongside.eventing.document.DocumentSpace;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The documents, and the centre's settings turned into what decisions ask. */
@Configuration(proxyBeanMethods = false)
class JourneyConfiguration {

    static final Kind<Journey> KIND =
            new Kind<>(FollowingPeople.COLLECTION, "journey", Journey.class, Journey::dueAt).isNeverDeleted();

    @Bean
    Documents<Journey> journeys(DocumentSpace space) {
        return space.documents(KIND);
    }

    @Bean
    Practice practice(ContinuumSettings settings) {
        var hours = settings.calendar();
        var calendar = new CentreCalendar(
                hours.zone(),
                hours.workingDays(),
                hours.opens(),
                hours.closes(),
                hours.quietFrom(),
                hours.quietUntil());
        var handoff = settings.handoff();
        var checkIns = settings.checkIns();
        return new Practice(
                new HandoffPolicy(
                        calendar,
                        handoff.peerContact(),
                        handoff.firstCheckIn(),
                        handoff.leaveToContact(),
                        handoff.alumniSeatWorkingDays(),
                        handoff.firstSession(),
                        handoff.grace()),
                new Cadence(calendar, checkIns.days(), checkIns.answerWithin(), checkIns.missesInARow()),
                new TaskRules(
                        calendar,
                        new DutyRoster(settings.staff()),
                        settings.tasks().atOnce()),
                settings.absences().alumniInARow(),
                settings.crisis());
    }
}
