package org.alongside.intake.patient;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.alongside.intake.admission.Admission;
import org.alongside.intake.admission.Admissions;
import org.alongside.intake.admission.Episode;
import org.alongside.intake.consent.Consents;
import org.alongside.intake.profile.AgeBand;
import org.alongside.intake.profile.PeerProfile;
import org.alongside.intake.visit.Demographics;
import org.alongside.intake.visit.Dispositions;
import org.alongside.intake.visit.Identity;
import org.alongside.intake.visit.Said;
import org.alongside.intake.visit.Stay;
import org.alongside.intake.visit.Visit;
import org.alongside.intake.visit.Visits;
import org.jspecify.annotations.Nullable;

/**
 * All that intake knows of one person. Its methods take in what is said; what follows from it is found by {@link Settling}
 * once per decision.
 *
 * @param visits by {@link Visit#key()}
 * @param admissions as they were told; what holds is folded from the visits
 * @param ageBand as of the last decision
 * @param deceased as it was told
 * @param seen up to when what the notes are about was recorded, as staff have marked them as seen, by code
 * @param waiting an admission waits for something, or staff should look at something: the worklist's filter
 */
public record Patient(
        List<Identity> identities,
        Person person,
        Map<String, Visit> visits,
        Admissions admissions,
        Consents consents,
        @Nullable PeerProfile profile,
        AgeBand ageBand,
        boolean deceased,
        Map<String, Instant> seen,
        boolean waiting) {

    static final Patient SHELL = new Patient(
            List.of(),
            Person.UNKNOWN,
            Map.of(),
            Admissions.NONE,
            Consents.NONE,
            null,
            AgeBand.UNKNOWN,
            false,
            Map.of(),
            false);

    public Patient {
        seen = seen == null ? Map.of() : seen; // what was stored before notes could be seen says nothing of it
    }

    public Patient known(Identity identity, @Nullable Demographics more, Person.Stamp stamp) {
        var ids = new ArrayList<>(identities);
        if (!ids.contains(identity)) {
            ids.add(identity);
        }
        var next = more == null ? person : person.told(more, stamp);
        return new Patient(
                List.copyOf(ids), next, visits, admissions, consents, profile, ageBand, deceased, seen, waiting);
    }

    public Visit visit(String sender, String number) {
        return Visits.of(visits, sender, number);
    }

    /** A feed that goes on with a visit which staff began files it under its own key. */
    public Patient hears(Visit visit, Said said) {
        var byStaff = Visit.key(Visit.STAFF, visit.number());
        var renamed = visits.containsKey(visit.key()) || !visits.containsKey(byStaff)
                ? admissions
                : admissions.renaming(byStaff, visit.key());
        return new Patient(
                identities,
                person,
                Visits.with(visits, visit.hear(said)),
                renamed,
                consents,
                profile,
                ageBand,
                deceased,
                seen,
                waiting);
    }

    public Patient with(Consents next) {
        return new Patient(identities, person, visits, admissions, next, profile, ageBand, deceased, seen, waiting);
    }

    public Patient with(PeerProfile next) {
        return new Patient(identities, person, visits, admissions, consents, next, ageBand, deceased, seen, waiting);
    }

    /** Staff have looked at what a note says; it comes back with something newer. */
    public Patient seeing(String note, Instant since) {
        var all = new TreeMap<>(seen);
        all.put(note, since);
        return seeing(all);
    }

    /** Staff are to look again. */
    Patient unseeing(Set<String> notes) {
        var all = new TreeMap<>(seen);
        all.keySet().removeAll(notes);
        return seeing(all);
    }

    private Patient seeing(Map<String, Instant> all) {
        return new Patient(
                identities,
                person,
                visits,
                admissions,
                consents,
                profile,
                ageBand,
                deceased,
                new LinkedHashMap<>(all),
                waiting);
    }

    /** Readers take a copy of a profile only if its version is higher. */
    Patient withProfileRenewed() {
        return profile == null ? this : with(profile.asVersion(profile.version() + 1));
    }

    Patient settled(Admissions told, Consents left, AgeBand band, boolean died) {
        return new Patient(identities, person, visits, told, left, profile, band, died, seen, waiting);
    }

    Patient waiting(boolean waits) {
        return new Patient(identities, person, visits, admissions, consents, profile, ageBand, deceased, seen, waits);
    }

    public List<Episode> episodes(Duration gap) {
        return Episode.of(visits.values(), gap);
    }

    /** What the visits say now. */
    boolean died() {
        return visits.values().stream()
                .flatMap(v -> v.fold().stays().stream())
                .anyMatch(s -> s instanceof Stay.Ended e && e.disposition().equals(Dispositions.DIED));
    }

    public Optional<Admission> admission(String admissionId) {
        return admissions.find(admissionId);
    }

    public int nextProfileVersion() {
        return profile == null ? 1 : profile.version() + 1;
    }

    /** A consent that expires, or a birthday that leads to another age band. */
    Optional<Instant> dueAt() {
        return Stream.of(consents.nextExpiry(), ageBand.until(person.birthDate()))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    @Override
    public String toString() {
        return "Patient[withheld]";
    }
}
