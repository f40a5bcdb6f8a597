package org.alongside.mentorship.matching;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Contacts of a match, and its end. */
@RestController
@RequestMapping("/mentees/{patientId}")
class MatchController {

    private final WalkingTogether walking;
    private final Mentees mentees;

    MatchController(WalkingTogether walking, Mentees mentees) {
        this.walking = walking;
        this.mentees = mentees;
    }

    /** @param reason never asked for */
    record Ending(@NotNull Side by, EndReason.@Nullable Said reason) {}

    record ContactMade(
            @NotNull Instant at,

            @NotNull @Pattern(regexp = "in-person|phone|video|text|online")
            String channel,

            @NotNull @Min(0) @Max(1440) Integer minutes) {}

    @PostMapping("/match/end")
    ResponseEntity<MenteeView> end(
            @PathVariable String patientId, @Valid @RequestBody Ending ending, Cause.Command command) {
        if (ending.by() == Side.STAFF) {
            throw Refused.invalid("not-a-side", "by", "A match is ended by patient, mentor or programme.");
        }
        walking.end(patientId, ending.by(), ending.reason(), command);
        return MenteeController.answer(mentees.known(patientId));
    }

    @PostMapping("/contacts")
    ResponseEntity<MenteeView> met(
            @PathVariable String patientId, @Valid @RequestBody ContactMade contact, Cause.Command command) {
        walking.met(patientId, contact.at(), contact.channel(), contact.minutes(), command);
        return MenteeController.answer(mentees.known(patientId));
    }
}
