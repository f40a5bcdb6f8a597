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
        Together.each(plan.sendings().stream().filter(this::unmet).toList(), faces::meet);
    }

    /** The answer to a message does not say whose it was; asked until it is known, whatever came between. */
    private boolean unmet(Sending sending) {
        return sending.ours()
                && !sending.again()
                && doing.book()
                        .find(sending.key())
                        .filter(entry -> entry.acknowledged() && entry.patient() == null)
                        .isPresent();
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
    }

    private static Deed deed(Sending sending) {
        if (sending.again()) {
            return Deed.command("adt-again", sending.key(), null, sending.visit());
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
