package org.alongside.mentorship.matching;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.alongside.eventing.document.Cause;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What supervisors decide instead of the machine. */
@RestController
@RequestMapping("/mentees/{patientId}")
class SupervisionController {

    private final SupervisingMatches supervising;
    private final Mentees mentees;

    SupervisionController(SupervisingMatches supervising, Mentees mentees) {
        this.supervising = supervising;
        this.mentees = mentees;
    }

    /** @param staff the opaque id of who decides */
    record Choice(
            @NotNull @Pattern(regexp = "[a-z0-9-]{3,64}") String mentorId,
            @NotNull @Pattern(regexp = "[a-z0-9-]{2,64}") String staff) {}

    @PostMapping("/pin")
    ResponseEntity<MenteeView> pin(
            @PathVariable String patientId, @Valid @RequestBody Choice choice, Cause.Command command) {
        supervising.pin(patientId, choice.mentorId(), choice.staff(), command);
        return MenteeController.answer(mentees.known(patientId));
    }

    @PostMapping("/veto")
    ResponseEntity<MenteeView> veto(
            @PathVariable String patientId, @Valid @RequestBody Choice choice, Cause.Command command) {
        supervising.veto(patientId, choice.mentorId(), choice.staff(), command);
        return MenteeController.answer(mentees.known(patientId));
    }

    @PostMapping("/alternative")
    ResponseEntity<MenteeView> alternative(
            @PathVariable String patientId, @Valid @RequestBody Choice choice, Cause.Command command) {
        supervising.alternative(patientId, choice.mentorId(), choice.staff(), command);
        return MenteeController.answer(mentees.known(patientId));
    }
}
