package org.alongside.groups.participant;

import java.util.List;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kept;
import org.alongside.eventing.web.Refused;
import org.bson.Document;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ParticipantController {

    private static final int LARGEST_PAGE = 200;

    private final SeatingParticipants seating;
    private final Documents<Participant> participants;

    ParticipantController(SeatingParticipants seating, Documents<Participant> participants) {
        this.seating = seating;
        this.participants = participants;
    }

    record Giving(@Nullable String groupId) {}

    record Releasing(@Nullable LeavingReason reason) {}

    @GetMapping("/participants/{patientId}")
    ResponseEntity<ParticipantAnswer> participant(@PathVariable String patientId) {
        var kept = find(patientId);
        return ResponseEntity.ok().eTag(String.valueOf(kept.version())).body(ParticipantAnswer.of(kept));
    }

    @GetMapping("/participants/{patientId}/why")
    WhyAnswer why(@PathVariable String patientId) {
        return WhyAnswer.of(find(patientId));
    }

    @GetMapping("/participants")
    List<ParticipantAnswer> participants(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = LARGEST_PAGE) int limit) {
        return participants.page(filter(state), after, limit).stream()
                .filter(kept -> kept.state() != null)
                .map(ParticipantAnswer::of)
                .toList();
    }

    private static Document filter(@Nullable String state) {
        return switch (state) {
            case null -> new Document();
            case "seated" -> new Document("state.seated", true);
            case "waiting" -> ParticipantConfiguration.WAITING;
            default -> throw Refused.invalid("unknown-state", "state", "A state is seated or waiting.");
        };
    }

    @PostMapping("/participants/{patientId}/seats")
    @ResponseStatus(HttpStatus.CREATED)
    SeatingParticipants.Given give(@PathVariable String patientId, @RequestBody Giving giving, Cause.Command command) {
        if (giving.groupId() == null) {
            throw Refused.invalid("missing", "groupId", "A seat is given in a group.");
        }
        return seating.give(patientId, giving.groupId(), command);
    }

    @PostMapping("/participants/{patientId}/seats/{seatId}/release")
    ParticipantAnswer release(
            @PathVariable String patientId,
            @PathVariable String seatId,
            @RequestBody(required = false) @Nullable Releasing releasing,
            Cause.Command command) {
        var reason = releasing == null || releasing.reason() == null ? LeavingReason.LEFT : releasing.reason();
        seating.release(patientId, seatId, reason, command);
        return ParticipantAnswer.of(find(patientId));
    }

    private Kept<Participant> find(String patientId) {
        return participants
                .find(patientId)
                .filter(kept -> kept.state() != null)
                .orElseThrow(SeatingParticipants::unknown);
    }
}
