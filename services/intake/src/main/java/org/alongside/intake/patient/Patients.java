package org.alongside.intake.patient;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.DocumentSpace;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kept;
import org.alongside.eventing.document.Kind;
import org.alongside.eventing.web.Refused;
import org.alongside.intake.IntakeSettings;
import org.alongside.intake.visit.Visit;
import org.bson.Document;

/** The people intake knows. Whatever is taken in, all that follows from it is told in the same write. */
public final class Patients {

    public static final String COLLECTION = "patients";
    private static final Kind<Patient> KIND =
            new Kind<>(COLLECTION, "patient", Patient.class, Patient::dueAt).isNeverDeleted();
    private static final int FEW = 10;

    private final Documents<Patient> documents;
    private final Settling settling;

    Patients(Documents<Patient> documents, IntakeSettings settings) {
        this.documents = documents;
        this.settling = new Settling(settings);
    }

    /** Asks the space for the documents; to be called once. */
    public static Patients in(DocumentSpace space, IntakeSettings settings) {
        return new Patients(space.documents(KIND), settings);
    }

    /** Takes something in. Called again when another writer came first. */
    @FunctionalInterface
    public interface Taking {
        Taken take(Patient patient, Instant now);
    }

    /** Changes a person that is known; anybody else is refused as {@code unknown-patient}. */
    public <A> A change(String patientId, Cause cause, Class<A> answer, Taking taking, Function<Patient, A> answering) {
        return write(
                patientId,
                cause,
                answer,
                (patient, now) -> {
                    if (patient.identities().isEmpty()) {
                        throw unknown();
                    }
                    return taking.take(patient, now);
                },
                answering);
    }

    /** Changes a person, known or new. */
    public <A> A meet(String patientId, Cause cause, Class<A> answer, Taking taking, Function<Patient, A> answering) {
        return write(patientId, cause, answer, taking, answering);
    }

    /** Time alone: what has expired is told. */
    public void settle(String patientId) {
        write(patientId, Cause.OWN, Boolean.class, (patient, now) -> Taken.of(patient), patient -> true);
    }

    private <A> A write(String patientId, Cause cause, Class<A> answer, Taking taking, Function<Patient, A> answering) {
        var answered = documents.change(patientId, cause, answer, (kept, now) -> {
            var before = kept.orElse(Patient.SHELL);
            var settled = settling.settle(patientId, before, taking.take(before, now), now);
            Decision<Patient, A> decision =
                    settled.next().equals(before) ? Decision.unchanged() : Decision.to(settled.next());
            return decision.telling(settled.told()).answering(answering.apply(settled.next()));
        });
        if (answered == null) {
            throw new IllegalStateException("A change of a patient was not answered");
        }
        return answered;
    }

    public Kept<Patient> get(String patientId) {
        return find(patientId).orElseThrow(Patients::unknown);
    }

    public Optional<Kept<Patient>> find(String patientId) {
        return documents.find(patientId).filter(kept -> kept.state() != null);
    }

    /**
     * The people of whom a sender says this visit number: one, unless it is said of the wrong person as well; the first few
     * then. Looks through all, because a number may not be part of an id.
     */
    public List<Kept<Patient>> ofVisit(String sender, String number) {
        var field = "state.visits." + Visit.key(sender, number);
        return documents.page(new Document(field, new Document("$exists", true)), "", FEW);
    }

    /** People on the worklist, by id, above {@code after}. */
    public List<Kept<Patient>> waiting(String after, int limit) {
        return documents.page(new Document("state.waiting", true), after, limit);
    }

    private static Refused unknown() {
        return Refused.unknown("unknown-patient", "patientId", "Nobody is known by this id.");
    }

    /** The state of a document that was found. */
    public static Patient state(Kept<Patient> kept) {
        return kept.orElse(Patient.SHELL);
    }
}
