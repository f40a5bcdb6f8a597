package org.alongside.mentorship.matching;

import java.util.List;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kept;
import org.alongside.eventing.web.Refused;
import org.alongside.mentorship.Pages;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where people stand with matching, and why. */
@RestController
@RequestMapping("/mentees")
class MenteeController {

    private final Mentees mentees;
    private final Documents<Mentee> documents;

    MenteeController(Mentees mentees, Documents<Mentee> documents) {
        this.mentees = mentees;
        this.documents = documents;
    }

    @GetMapping("/{patientId}")
    ResponseEntity<MenteeView> get(@PathVariable String patientId) {
        return answer(mentees.known(patientId));
    }

    static ResponseEntity<MenteeView> answer(Kept<Mentee> kept) {
        return ResponseEntity.ok().eTag("\"" + kept.version() + "\"").body(MenteeView.of(kept));
    }

    @GetMapping("/{patientId}/why")
    WhyView why(@PathVariable String patientId) {
        return WhyView.of(patientId, mentees.known(patientId).orElse(Mentee.SHELL));
    }

    /**
     * @param state the {@code state} that the answer shows; all, where it is left out
     * @param withPeer only who has a match, also while somebody is sought who takes over
     * @param after the last patientId of the page before; empty for the first
     */
    @GetMapping
    List<MenteeView> page(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "false") boolean withPeer,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = Pages.DEFAULT) int limit) {
        return documents.page(filter(state, withPeer), after, Pages.limit(limit)).stream()
                .map(MenteeView::of)
                .toList();
    }

    /** As {@link MenteeView} tells the states apart. */
    private static Document filter(@Nullable String state, boolean withPeer) {
        var there = new Document("$exists", true);
        var filter = switch (state) {
            case null -> new Document("state", there);
            case "matched" -> new Document("state.search._class", Search.IDLE).append("state.match", there);
            case "searching" -> new Document("state.search._class", Search.CLAIMING);
            case "offered", "waiting" -> new Document("state.search._class", state);
            default ->
                throw Refused.invalid("unknown-state", "state", "One of searching, waiting, offered and matched.");
        };
        return withPeer ? filter.append("state.match", there) : filter;
    }
}
