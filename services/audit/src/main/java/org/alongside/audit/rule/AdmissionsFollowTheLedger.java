package org.alongside.audit.rule;

import static org.alongside.audit.finding.Count.DOUBLED;
import static org.alongside.audit.finding.Count.LOST;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.alongside.audit.finding.Book;
import org.alongside.audit.ledger.Entry;
import org.alongside.audit.rule.Visit.Standing;
import org.alongside.audit.world.Fact;
import org.alongside.audit.world.World;
import org.jspecify.annotations.Nullable;

/**
 * Lost and doubled, against the ledger's ADT messages: a person stands where the acknowledged messages say. Where the
 * person has one visit and its messages arrived in their order, each admission, discharge and cancellation is also told
 * exactly as often as it was sent.
 *
 * <p>A person with a message that was neither acknowledged nor refused is only looked at for being there at all. Whoever is
 * admitted or discharged by hand as well is not for a ledger's ADT messages alone to judge; a feeder does not do it.
 */
final class AdmissionsFollowTheLedger implements Rule {

    private static final List<String> COMES_IN =
            List.of("patient-admitted", "admission-resumed", "discharge-cancelled");

    @Override
    public void look(World world, Book book) {
        var messages = world.ledger().outcomes().stream()
                .filter(entry ->
                        entry.kind() == Entry.Kind.ADT && !entry.detail("ours").equals("false"))
                .toList();
        var people = new LinkedHashMap<String, Map<String, List<Entry>>>();
        messages.stream().filter(Entry::acknowledged).forEach(entry -> {
            var patient = patient(entry, messages);
            if (patient == null) {
                book.fault(LOST, "message-known", entry.key(), "acknowledged, and nobody is known for its visit");
            } else {
                people.computeIfAbsent(patient, one -> new LinkedHashMap<>())
                        .computeIfAbsent(String.valueOf(entry.reference()), visit -> new ArrayList<>())
                        .add(entry);
            }
        });
        var lanes = world.lanes();
        var unsettled = unsettled(messages);
        people.forEach((patient, visits) -> {
            if (world.whole(patient)) {
                compare(
                        patient,
                        visits,
                        lanes.getOrDefault(new Fact.LaneKey("intake", patient), List.of()),
                        unsettled.contains(patient),
                        book);
            }
        });
    }

    /** The sender may learn later whose visit it was; then another message of the same visit says it. */
    private static @Nullable String patient(Entry entry, List<Entry> messages) {
        return entry.patient() != null || entry.reference() == null
                ? entry.patient()
                : messages.stream()
                        .filter(other -> entry.reference().equals(other.reference()))
                        .map(Entry::patient)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private static Set<String> unsettled(List<Entry> messages) {
        var people = new LinkedHashSet<String>();
        messages.stream()
                .filter(entry -> entry.state() == Entry.State.SENT)
                .map(entry -> patient(entry, messages))
                .filter(Objects::nonNull)
                .forEach(people::add);
        return people;
    }

    private static void compare(
            String patient, Map<String, List<Entry>> visits, List<Fact> told, boolean unsettled, Book book) {
        var folded = visits.values().stream().map(Visit::of).toList();
        var sent = together(folded);
        if (sent == Standing.NEVER_ADMITTED) {
            return;
        }
        if (told.stream().noneMatch(fact -> fact.is("patient-admitted"))) {
            if (folded.stream().anyMatch(visit -> visit.standing() != Standing.CANCELLED)) {
                book.fault(LOST, "admission-told", patient, "an admission was acknowledged and none is told");
            }
            return;
        }
        if (unsettled) {
            return;
        }
        var standing = standing(told);
        if (standing != sent && !Admissions.died(told)) {
            book.fault(LOST, "standing", patient, "the acknowledged messages say " + sent + ", told is " + standing);
        } else if (folded.size() == 1
                && Visit.arrivedInOrder(visits.values().iterator().next())) {
            exactly(patient, folded.getFirst(), visits.values().iterator().next(), told, book);
        }
    }

    private static void exactly(String patient, Visit visit, List<Entry> messages, List<Fact> told, Book book) {
        long in = visit.times(Standing.IN_TREATMENT);
        times("coming in", patient, in, in, told, COMES_IN, book);
        long out = visit.times(Standing.DISCHARGED);
        // a discharge sent again may correct the first, which is told
        long corrected = messages.stream()
                .filter(message -> message.detail("trigger").equals("A03"))
                .count();
        times("discharged", patient, out, Math.max(out, corrected), told, List.of("patient-discharged"), book);
        long gone = visit.times(Standing.CANCELLED);
        times("cancelled", patient, gone, gone, told, List.of("admission-cancelled"), book);
        var plans = told.stream()
                .filter(fact -> fact.type().startsWith("discharge-plan")
                        || fact.is("discharge-cancelled")
                                && !fact.text("plannedFor").isEmpty())
                .toList();
        if (visit.planned() && (plans.isEmpty() || plans.getLast().is("discharge-plan-cancelled"))) {
            book.fault(LOST, "plan-told", patient, "a planned discharge was acknowledged and is not told");
        }
    }

    private static void times(
            String what, String patient, long least, long most, List<Fact> facts, List<String> types, Book book) {
        long told = facts.stream().filter(fact -> types.contains(fact.type())).count();
        if (told < least || told > most) {
            book.fault(
                    told < least ? LOST : DOUBLED,
                    "as-often",
                    patient,
                    what + " was acknowledged " + least + " times, told " + told);
        }
    }

    private static Standing together(List<Visit> visits) {
        for (var standing : List.of(Standing.IN_TREATMENT, Standing.DISCHARGED, Standing.CANCELLED)) {
            if (visits.stream().anyMatch(visit -> visit.standing() == standing)) {
                return standing;
            }
        }
        return Standing.NEVER_ADMITTED;
    }

    private static Standing standing(List<Fact> told) {
        var standings = Admissions.of(told).values().stream()
                .map(Admissions.Admission::standing)
                .toList();
        return standings.contains(Standing.IN_TREATMENT)
                ? Standing.IN_TREATMENT
                : standings.contains(Standing.DISCHARGED) ? Standing.DISCHARGED : Standing.CANCELLED;
    }
}
