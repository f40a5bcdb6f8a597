package org.alongside.groups.participant;

import java.time.Clock;
import java.util.Date;
import org.alongside.eventing.document.DocumentSpace;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kind;
import org.alongside.eventing.lane.LaneListener;
import org.alongside.groups.GroupsSettings;
import org.alongside.groups.group.Group;
import org.alongside.groups.group.Holders;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ParticipantConfiguration {

    static final Kind<Avoided> AVOIDED = Kind.of("avoided", "avoided", Avoided.class);
    static final Kind<Participant> KIND = new Kind<>(
                    "participants", "participant", Participant.class, Participant::dueAt)
            .foundBy("state.waitingSince")
            .isNeverDeleted();

    /** A comparison with the earliest date there is, because the index does not help to find where a field exists. */
    static final Document WAITING = new Document("state.waitingSince", new Document("$gt", new Date(Long.MIN_VALUE)));

    @Bean
    Documents<Participant> participants(DocumentSpace space) {
        return space.documents(KIND);
    }

    @Bean
    Documents<Avoided> avoided(DocumentSpace space) {
        return space.documents(AVOIDED);
    }

    @Bean
    LookingAround lookingAround(
            Documents<Participant> participants, Documents<Avoided> avoided, Documents<Group> groups) {
        return new LookingAround(participants, avoided, groups);
    }

    @Bean
    KeepingApart keepingApart(Documents<Avoided> avoided, SeatingParticipants seating) {
        return new KeepingApart(avoided, seating);
    }

    @Bean
    Holders holders(LookingAround lookingAround) {
        return lookingAround::holders;
    }

    @Bean
    SeatingParticipants seatingParticipants(
            Documents<Participant> participants, LookingAround lookingAround, GroupsSettings settings) {
        return new SeatingParticipants(participants, lookingAround, new SeatingPolicy(settings));
    }

    @Bean
    Attending attending(Documents<Participant> participants) {
        return new Attending(participants);
    }

    @Bean
    ClaimingSeats claimingSeats(Documents<Group> groups, SeatingParticipants seating) {
        return new ClaimingSeats(groups, seating);
    }

    @Bean
    ReleasingSeats releasingSeats(Documents<Group> groups, SeatingParticipants seating) {
        return new ReleasingSeats(groups, seating);
    }

    @Bean
    PromotingWaits promotingWaits(Documents<Group> groups, SeatingParticipants seating) {
        return new PromotingWaits(groups, seating);
    }

    @Bean
    SearchingForThoseWhoWait searchingForThoseWhoWait(
            Documents<Participant> participants, Documents<Group> groups, SeatingParticipants seating) {
        return new SearchingForThoseWhoWait(participants, groups, seating);
    }

    @Bean
    LookingAgain lookingAgain(Documents<Group> groups, SeatingParticipants seating) {
        return new LookingAgain(groups, seating);
    }

    @Bean
    ComparingClaims comparingClaims(
            Documents<Participant> participants,
            Documents<Group> groups,
            SeatingParticipants seating,
            Clock clock,
            GroupsSettings settings) {
        return new ComparingClaims(participants, groups, seating, clock, settings.compareEvery());
    }

    @Bean
    EndingSeats endingSeats(SeatingParticipants seating) {
        return new EndingSeats(seating);
    }

    @Bean
    LaneListener hearingIntake(SeatingParticipants seating) {
        return new HearingIntake(seating).listener();
    }

    @Bean
    LaneListener hearingContinuum(SeatingParticipants seating) {
        return new HearingContinuum(seating).listener();
    }
}
