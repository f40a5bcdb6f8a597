package org.alongside.continuum.journey;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.function.Function;
import org.alongside.continuum.ContinuumSettings.Crisis;
import org.alongside.continuum.checkin.Doing;
import org.alongside.continuum.journey.ReadingJourneys.Listed;
import org.alongside.continuum.journey.ReadingJourneys.Page;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One person's journey: read as one story, asked why, and answered by the person themselves. */
@RestController
class JourneyController {

    private final ReadingJourneys reading;
    private final FollowingPeople following;
    private final Practice practice;

    JourneyController(ReadingJourneys reading, FollowingPeople following, Practice practice) {
        this.reading = reading;
        this.following = following;
        this.practice = practice;
    }

    /** @param doing one of well, struggling, used, not-safe */
    record Answer(@NotBlank String doing) {}

    /** @param helpNow shown whatever was answered */
    record Answered(String checkInId, boolean somebodyWillCall, Crisis helpNow) {}

    @GetMapping("/journeys/{patientId}")
    ResponseEntity<JourneyView> story(@PathVariable String patientId) {
        var story = reading.story(patientId);
        return ResponseEntity.ok().eTag("\"" + story.version() + "\"").body(story.view());
    }

    @GetMapping("/journeys/{patientId}/why")
    WhyView why(@PathVariable String patientId) {
        return reading.why(patientId);
    }

    @GetMapping("/journeys")
    Page<Listed> list(
            @RequestParam(required = false) @Nullable String phase,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return reading.list(phase, after, limit);
    }

    @GetMapping("/summary")
    Summary summary() {
        return reading.summary();
    }

    /** Whoever says that they are not safe is told where help is, even where the answer itself is refused. */
    @PostMapping("/journeys/{patientId}/check-ins/{checkInId}/answer")
    Answered answer(
            @PathVariable String patientId,
            @PathVariable String checkInId,
            @Valid @RequestBody Answer answer,
            Cause.Command command) {
        var doing = Doing.of(answer.doing());
        var answered = new Answered(checkInId, doing != Doing.WELL, practice.crisis());
        Function<Turn, Answered> says = turn -> {
            new AnsweringCheckIns(turn).answer(checkInId, doing);
            return answered;
        };
        try {
            return following.order(patientId, doing.risk() ? command.thatCannotWait() : command, Answered.class, says);
        } catch (Refused refused) {
            throw doing.risk() ? withHelp(refused) : refused;
        }
    }

    private Refused withHelp(Refused refused) {
        var crisis = practice.crisis();
        return new Refused(
                refused.status(),
                refused.rule(),
                refused.field(),
                refused.detail() + " If you need help now: " + crisis.number() + ". " + crisis.words());
    }
}
