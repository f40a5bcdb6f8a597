package org.alongside.mentorship.mentor;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.regex.Pattern;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.web.Refused;
import org.alongside.mentorship.Pages;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Mentors over HTTP, for those who supervise them. */
@RestController
@RequestMapping("/mentors")
class MentorController {

    private static final Pattern MENTOR_ID = Pattern.compile("(?=.*[a-z])[a-z0-9-]{3,64}");

    private final KeepingMentors keeping;

    MentorController(KeepingMentors keeping) {
        this.keeping = keeping;
    }

    @PutMapping("/{mentorId}")
    ResponseEntity<MentorView> keep(
            @PathVariable String mentorId, @Valid @RequestBody MentorProfile profile, Cause.Command command) {
        if (!MENTOR_ID.matcher(mentorId).matches()) {
            throw Refused.invalid(
                    "malformed-id", "mentorId", "An id has 3 to 64 of a-z, 0-9 and the hyphen, at least one a letter.");
        }
        keeping.keep(mentorId, profile, command);
        return get(mentorId);
    }

    @PostMapping("/{mentorId}/state")
    ResponseEntity<MentorView> to(
            @PathVariable String mentorId, @Valid @RequestBody StateCommand body, Cause.Command command) {
        keeping.to(mentorId, body.state(), command);
        return get(mentorId);
    }

    record StateCommand(@NotNull MentorState state) {}

    @GetMapping("/{mentorId}")
    ResponseEntity<MentorView> get(@PathVariable String mentorId) {
        var view = keeping.view(mentorId);
        return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
    }

    /** @param after the last mentorId of the page before; empty for the first */
    @GetMapping
    List<MentorView> page(
            @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = Pages.DEFAULT) int limit) {
        return keeping.page(after, Pages.limit(limit));
    }
}
