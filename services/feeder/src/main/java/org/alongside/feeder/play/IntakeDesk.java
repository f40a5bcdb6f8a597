package org.alongside.feeder.play;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.alongside.audit.ledger.Entry;
import org.alongside.audit.ledger.Entry.Kind;
import org.alongside.feeder.book.Deed;
import org.alongside.feeder.http.Doors;
import org.alongside.feeder.http.Reply;
import org.alongside.feeder.plan.DeskWork;
import org.alongside.feeder.plan.Person;
import org.alongside.feeder.plan.Plan;

/** Intake staff: consents, profile, release, and what is taken back. */
final class IntakeDesk {

    private final Plan plan;
    private final Doors doors;
    private final Doing doing;
    private final Faces faces;

    IntakeDesk(Plan plan, Doors doors, Doing doing, Faces faces) {
        this.plan = plan;
        this.doors = doors;
        this.doing = doing;
        this.faces = faces;
    }

    void work(Moment moment) {
        var due = plan.deskWork().stream()
                .filter(work -> !work.due().isAfter(moment.now()))
                .filter(work -> !doing.book().settled(key(work.person(), work.what())))
                .filter(work -> faces.of(work.person()).isPresent())
                .collect(Collectors.groupingBy(DeskWork::person, LinkedHashMap::new, Collectors.toList()));
        Together.each(due.values(), this::one);
    }

    private void one(List<DeskWork> ofOnePerson) {
        ofOnePerson.forEach(work -> {
            var patient = faces.of(work.person()).orElseThrow();
            var key = key(work.person(), work.what());
            switch (work) {
                case DeskWork.Interview i ->
                    doing.once(
                            Deed.of(Kind.PROFILE, key, patient, null),
                            deed -> doors.put("intake", "/patients/" + patient + "/profile", key, i.wishes()),
                            IntakeDesk::version);
                case DeskWork.Release r ->
                    doing.once(
                            Deed.of(Kind.RELEASE, key, patient, null),
                            deed -> doors.post(
                                    "intake", "/patients/" + patient + "/release", key, Map.of("groupAgreement", true)),
                            IntakeDesk::version);
                case DeskWork.Signing s -> sign(s, patient, key);
                case DeskWork.Revoking r -> revoke(r, patient, key);
            }
        });
    }

    private static UnaryOperator<Deed> version(Reply reply) {
        return deed ->
                deed.with(Map.of("version", "" + reply.body().path("version").asInt()));
    }

    private void sign(DeskWork.Signing signing, String patient, String key) {
        doing.once(
                Deed.of(Kind.CONSENT, key, patient, null),
                deed -> doors.post("intake", "/patients/" + patient + "/consents", key, signing.body()),
                reply -> deed -> new Deed(
                        Kind.CONSENT,
                        key,
                        patient,
                        reply.body().path("consentId").asString(),
                        deed.detail()));
    }

    /** Only what was signed can be taken back. */
    private void revoke(DeskWork.Revoking revoking, String patient, String key) {
        doing.book()
                .find(key(revoking.person(), revoking.kind()))
                .filter(Entry::acknowledged)
                .map(Entry::reference)
                .ifPresent(consentId -> doing.once(
                        Deed.of(Kind.REVOCATION, key, patient, consentId),
                        deed -> doors.post(
                                "intake",
                                "/patients/" + patient + "/consents/" + consentId + "/revocation",
                                key,
                                null)));
    }

    private static String key(Person person, String what) {
        return "desk:" + person.name() + ":" + what;
    }
}
