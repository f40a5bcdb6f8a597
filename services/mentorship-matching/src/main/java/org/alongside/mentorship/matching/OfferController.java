package org.alongside.mentorship.matching;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.web.Refused;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The two answers to an offer, each by one side. */
@RestController
@RequestMapping("/mentees/{patientId}/offers/{offerId}")
class OfferController {

    private final AnsweringOffers answering;
    private final Mentees mentees;

    OfferController(AnsweringOffers answering, Mentees mentees) {
        this.answering = answering;
        this.mentees = mentees;
    }

    record Answer(@NotNull Side by) {

        Side oneOfBoth() {
            if (by == Side.PROGRAMME || by == Side.STAFF) {
                throw Refused.invalid("not-a-side", "by", "An offer is answered by patient or mentor.");
            }
            return by;
        }
    }

    @PostMapping("/acceptance")
    ResponseEntity<MenteeView> accept(
            @PathVariable String patientId,
            @PathVariable String offerId,
            @Valid @RequestBody Answer answer,
            Cause.Command command) {
        answering.accept(patientId, offerId, answer.oneOfBoth(), command);
        return MenteeController.answer(mentees.known(patientId));
    }

    @PostMapping("/decline")
    ResponseEntity<MenteeView> decline(
            @PathVariable String patientId,
            @PathVariable String offerId,
            @Valid @RequestBody Answer answer,
            Cause.Command command) {
        answering.decline(patientId, offerId, answer.oneOfBoth(), command);
        return MenteeController.answer(mentees.known(patientId));
    }
}
