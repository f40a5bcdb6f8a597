package org.alongside.intake.adt;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.alongside.eventing.document.Kept;
import org.alongside.eventing.web.Refused;
import org.alongside.intake.adt.ReceivedMessage.State;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came of the feed's messages, for staff. Nothing of their content is shown. */
@RestController
class MessagesController {

    private static final int MOST = 500;

    private final ReceivedMessages messages;

    MessagesController(ReceivedMessages messages) {
        this.messages = messages;
    }

    record Page(List<Row> messages, @Nullable String next) {}

    /**
     * @param controlId its hash
     * @param rule that refused it
     * @param fields where, such as {@code EVN-2}
     * @param early kept until the message that it follows from arrives
     * @param reset the sender used its control id before, for something else
     */
    record Row(
            String messageId,
            String state,
            String sender,
            String controlId,
            @Nullable String trigger,
            Instant receivedAt,
            @Nullable String rule,
            @Nullable List<String> fields,
            @Nullable String patientId,
            @Nullable Boolean early,
            @Nullable Boolean reset,
            @Nullable List<String> notes) {}

    @GetMapping("/messages")
    Page messages(
            @RequestParam(defaultValue = "refused") String state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refused.invalid("limit-out-of-bounds", "limit", "A page has 1 to " + MOST + " entries.");
        }
        var page = messages.page(wanted(state), after, limit + 1);
        var rows = page.stream().limit(limit).map(MessagesController::row).toList();
        return new Page(rows, page.size() > limit ? rows.getLast().messageId() : null);
    }

    private static State wanted(String state) {
        for (var known : State.values()) {
            if (name(known).equals(state)) {
                return known;
            }
        }
        throw Refused.invalid("unknown-state", "state", "A message is refused, unapplied or applied.");
    }

    private static String name(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Row row(Kept<ReceivedMessage> kept) {
        return switch (Objects.requireNonNull(kept.state())) {
            case ReceivedMessage.Unapplied(var head, var says) ->
                row(kept.id(), State.UNAPPLIED, head, null, null, null, null, says.notedReset(), null);
            case ReceivedMessage.Applied(var head, var patient, var admission, var early, var reset, var notes) ->
                row(kept.id(), State.APPLIED, head, null, null, patient, early, reset, notes);
            case ReceivedMessage.Refused(var head, var rule, var fields) ->
                row(kept.id(), State.REFUSED, head, rule, fields, null, null, null, null);
        };
    }

    private static Row row(
            String messageId,
            State state,
            ReceivedMessage.Head head,
            @Nullable String rule,
            @Nullable List<String> fields,
            @Nullable String patientId,
            @Nullable Boolean early,
            @Nullable Boolean reset,
            @Nullable List<String> notes) {
        return new Row(
                messageId,
                name(state),
                head.sender(),
                head.controlIdHash(),
                head.trigger(),
                head.receivedAt(),
                rule,
                fields,
                patientId,
                early,
                reset,
                notes);
    }
}
