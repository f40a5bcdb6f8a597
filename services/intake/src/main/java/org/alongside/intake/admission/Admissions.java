package org.alongside.intake.admission;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.alongside.intake.admission.Admission.Discharged;
import org.alongside.intake.admission.Admission.Enrolled;
import org.alongside.intake.admission.Admission.InTreatment;
import org.alongside.intake.admission.Admission.Live;
import org.alongside.intake.admission.AdmissionEvent.PatientAdmitted;

/** All admissions of one person as they were told, cancelled ones too; none is ever removed, so their numbers never go back. */
public record Admissions(List<Admission> all) {

    public static final Admissions NONE = new Admissions(List.of());

    /** The next admissions and what is told: first what ended, then what began or goes on. */
    public record Changed(Admissions next, List<AdmissionEvent> events) {}

    /**
     * @param admitted makes the first event of a new admission from its id and episode, with what is known of the person
     */
    public Changed follow(
            String patientId, List<Episode> episodes, BiFunction<Enrolment, Episode, PatientAdmitted> admitted) {
        var pairs = pair(episodes);
        var next = new ArrayList<>(all);
        var ended = new ArrayList<AdmissionEvent>();
        var going = new ArrayList<AdmissionEvent>();
        for (int n = 0; n < all.size(); n++) {
            if (all.get(n) instanceof Live live && !pairs.containsValue(n)) {
                var cancelled = live.cancel();
                next.set(n, cancelled.next());
                ended.add(cancelled.event());
            }
        }
        for (var episode : episodes) {
            var told = pairs.get(episode);
            if (told != null) {
                var followed = Following.follow((Live) all.get(told), episode);
                next.set(told, followed.next());
                (followed.next() instanceof InTreatment ? going : ended).addAll(followed.events());
            } else {
                var enrolment = new Enrolment(
                        patientId + "-a" + (next.size() + 1),
                        episode.visits(),
                        episode.admittedAt(),
                        episode.placement());
                var followed = Following.follow(new Enrolled(enrolment), episode);
                next.add(followed.next());
                var events = followed.next() instanceof InTreatment ? going : ended;
                events.add(admitted.apply(enrolment, episode));
                events.addAll(followed.events());
            }
        }
        ended.addAll(going);
        return new Changed(new Admissions(List.copyOf(next)), List.copyOf(ended));
    }

    /**
     * Which admission goes on as which episode: one of the same programme that shares a visit; best the one that began at the
     * same time, else one in treatment. Where several became one, the others did not happen as they were told.
     */
    private Map<Episode, Integer> pair(List<Episode> episodes) {
        var pairs = new LinkedHashMap<Episode, Integer>();
        pair(pairs, episodes, (told, episode) -> told.enrolment().admittedAt().equals(episode.admittedAt()));
        pair(pairs, episodes, (told, episode) -> told instanceof InTreatment);
        pair(pairs, episodes, (told, episode) -> true);
        return pairs;
    }

    private void pair(Map<Episode, Integer> pairs, List<Episode> episodes, BiPredicate<Live, Episode> fits) {
        for (var episode : episodes) {
            for (int n = 0; n < all.size() && !pairs.containsKey(episode); n++) {
                if (all.get(n) instanceof Live told
                        && !pairs.containsValue(n)
                        && related(told, episode)
                        && fits.test(told, episode)) {
                    pairs.put(episode, n);
                }
            }
        }
    }

    private static boolean related(Live told, Episode episode) {
        return told.enrolment().placement().programme().equals(episode.programme())
                && !Collections.disjoint(told.enrolment().visits(), episode.visits());
    }

    public Optional<Admission> find(String admissionId) {
        return all.stream().filter(a -> a.admissionId().equals(admissionId)).findFirst();
    }

    public Optional<Live> ofVisit(String visit) {
        return all.stream()
                .filter(Live.class::isInstance)
                .map(Live.class::cast)
                .filter(a -> a.enrolment().visits().contains(visit))
                .reduce((a, b) -> b);
    }

    public List<InTreatment> inTreatment() {
        return all.stream()
                .filter(InTreatment.class::isInstance)
                .map(InTreatment.class::cast)
                .toList();
    }

    /** The person was in treatment and has left it; an admission that did not happen is none. */
    public boolean treatmentIsOver() {
        return inTreatment().isEmpty() && all.stream().anyMatch(Discharged.class::isInstance);
    }

    public Admissions renaming(String visit, String to) {
        return new Admissions(
                all.stream().<Admission>map(a -> a.renaming(visit, to)).toList());
    }
}
