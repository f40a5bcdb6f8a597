package org.alongside.feeder.play;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.alongside.audit.ledger.Entry.Kind;
import org.alongside.feeder.adt.MllpSender;
import org.alongside.feeder.book.Deed;
import org.alongside.feeder.plan.Plan;
import org.alongside.feeder.plan.Sending;

/** The EHRs: each visit's messages in the order in which they are due, different visits over several connections at once. */
final class Registration {

    private final Plan plan;
    private final MllpSender sender;
    private final Doing doing;
    private final Faces faces;

    Registration(Plan plan, MllpSender sender, Doing doing, Faces faces) {
        this.plan = plan;
        this.sender = sender;
        this.doing = doing;
        this.faces = faces;
    }

    void work(Moment moment) {
        var due = plan.sendings().stream()
                .filter(sending -> !sending.due().isAfter(moment.now()))
                .filter(sending -> !doing.book().settled(sending.key()))
                .collect(Collectors.groupingBy(
                        sending -> sending.message().person(), LinkedHashMap::new, Collectors.toList()));
        Together.each(due.values(), this::send);
    }

    private void send(List<Sending> ofOnePerson) {
        ofOnePerson.forEach(this::send);
    }

    private void send(Sending sending) {
        var deed = deed(sending);
        doing.book().begin(deed);
        var verdict = sender.send(sending.message());
        if (!verdict.accepted()) {
            doing.book().refused(deed);
            doing.fault("adt " + sending.message().trigger() + " " + verdict.code() + " " + verdict.text());
            return;
        }
        doing.book().acknowledged(deed);
        if (sending.ours() && !sending.again()) {
            faces.meet(sending);
        }
    }

    private static Deed deed(Sending sending) {
        if (sending.again()) {
            return new Deed(Kind.COMMAND, sending.key(), null, sending.visit(), Map.of("what", "adt-again"));
        }
        var message = sending.message();
        return new Deed(
                Kind.ADT,
                sending.key(),
                null,
                sending.visit(),
                Map.of(
                        "trigger", message.trigger(),
                        "recorded", message.recorded().toString(),
                        "sent", message.sent().toString(),
                        "ours", Boolean.toString(sending.ours())));
    }
}
