package org.alongside.feeder.play;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.alongside.feeder.book.Book;
import org.alongside.feeder.http.Doors;
import org.alongside.feeder.plan.Person;
import org.alongside.feeder.plan.Plan;
import org.alongside.feeder.plan.Sending;

/** Who is who: staff know a person by the visit, Alongside by an opaque id. */
final class Faces {

    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final Doors doors;
    private final Book book;

    Faces(Plan plan, Doors doors, Book book) {
        this.doors = doors;
        this.book = book;
        for (var sending : plan.sendings()) {
            book.find(sending.key())
                    .filter(entry -> entry.patient() != null)
                    .ifPresent(entry -> ids.put(name(sending), entry.patient()));
        }
    }

    Optional<String> of(Person person) {
        return Optional.ofNullable(ids.get(person.name()));
    }

    /** Looked up once by the first visit that Alongside has heard of. */
    void meet(Sending sending) {
        var known = ids.get(name(sending));
        if (known == null) {
            var message = sending.message();
            var reply = doors.post(
                    "intake",
                    "/visits/lookup",
                    "lookup:" + sending.key(),
                    Map.of(
                            "application", message.ehr().application(),
                            "facility", message.ehr().facility(),
                            "visitNumber", message.visitNumber()));
            if (!reply.done()) {
                return;
            }
            known = reply.body().path("patientId").asString();
            ids.put(name(sending), known);
        }
        book.concerns(sending.key(), known);
    }

    private static String name(Sending sending) {
        return sending.key().split(":")[1];
    }
}
