package org.alongside.feeder.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.alongside.feeder.adt.AdtMessage;
import org.alongside.feeder.adt.Ehr;
import org.alongside.feeder.adt.MllpSender;
import org.alongside.feeder.adt.Registered;
import org.alongside.feeder.http.Doors;

/** People whose profile and consent are known before they are admitted, and mentors and groups with room for all of them. */
final class Crowd {

    private static final int AT_ONCE = 16;
    /** So that there are about as many mentors and groups as in the sample centre. */
    private static final int PLACES = 60;

    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private final Doors doors;
    private int known;

    /** @param patientId opaque, as intake answered */
    record Somebody(String patientId, Registered registered) {}

    Crowd(Doors doors) {
        this.doors = doors;
    }

    void open(int people) throws Exception {
        int needed = people / PLACES + 2;
        var work = new ArrayList<Callable<Void>>();
        var later = LocalDate.now().plusYears(2).toString();
        for (int n = 0; n < needed; n++) {
            int one = n;
            work.add(() -> {
                doors.put(
                        "mentorship",
                        "/mentors/coach-" + one,
                        "coach-" + one,
                        Map.ofEntries(
                                Map.entry("centreId", "harbour"),
                                Map.entry("relation", "coach"),
                                Map.entry("employed", true),
                                Map.entry("capacity", PLACES),
                                Map.entry(
                                        "clearances",
                                        Map.of(
                                                "background-check",
                                                later,
                                                "training",
                                                later,
                                                "boundary-agreement",
                                                later,
                                                "supervision",
                                                later)),
                                Map.entry("certifiedUntil", later),
                                Map.entry("languages", List.of("en")),
                                Map.entry("acceptsAlumni", true)));
                doors.put(
                        "groups",
                        "/groups/group-" + one,
                        "group-" + one,
                        Map.of(
                                "centreId", "harbour",
                                "name", "Group " + one,
                                "phase", "iop",
                                "days", List.of(DAYS.get(one % DAYS.size())),
                                "from", "16:00",
                                "to", "17:00",
                                "zone", "America/New_York",
                                "capacity", PLACES,
                                "modality", "in-person"));
                return null;
            });
        }
        all(work);
    }

    List<Somebody> prepared(int people) throws Exception {
        var work = new ArrayList<Callable<Somebody>>();
        for (int n = 0; n < people; n++) {
            work.add(prepare(++known));
        }
        return all(work);
    }

    private Callable<Somebody> prepare(int number) {
        var registered = new Registered(
                "B" + number,
                "Bench",
                "Person" + number,
                LocalDate.of(1985, 5, 5),
                "F",
                "1 Main St",
                "Harbour",
                "555-0100");
        return () -> {
            var patientId = doors.post(
                            "intake",
                            "/patients",
                            "register-" + number,
                            Map.of(
                                    "identifier", Map.of("authority", "HARBOUR", "number", registered.recordNumber()),
                                    "name", Map.of("family", registered.family(), "given", registered.given()),
                                    "birthDate", registered.birthDate().toString()))
                    .body()
                    .path("patientId")
                    .asString();
            doors.put(
                    "intake",
                    "/patients/" + patientId + "/profile",
                    "profile-" + number,
                    Map.of("groupAgreement", true));
            doors.post(
                    "intake",
                    "/patients/" + patientId + "/consents",
                    "consent-" + number,
                    Map.of(
                            "kind",
                            "peer-disclosure",
                            "scopes",
                            List.of("first-name"),
                            "purpose",
                            "Support by peers",
                            "discloser",
                            "The sample centre",
                            "recipient",
                            "Volunteer mentors",
                            "signedOn",
                            LocalDate.now().toString(),
                            "signedBy",
                            "person",
                            "revocationExplained",
                            true,
                            "redisclosureExplained",
                            true,
                            "expires",
                            Instant.now()
                                    .plus(300, ChronoUnit.DAYS)
                                    .truncatedTo(ChronoUnit.SECONDS)
                                    .toString()));
            return new Somebody(patientId, registered);
        };
    }

    /**
     * @param rate a second; 0 for as fast as the acknowledgements come
     * @param left is told of each person whose message is about to be sent
     */
    void admit(List<Somebody> those, MllpSender sender, double rate, Consumer<Somebody> left) throws Exception {
        long start = System.nanoTime();
        var work = new ArrayList<Callable<Void>>();
        for (int n = 0; n < those.size(); n++) {
            long due = rate == 0 ? start : start + (long) (n / rate * 1e9);
            var somebody = those.get(n);
            work.add(() -> {
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                left.accept(somebody);
                var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
                var verdict = sender.send(new AdtMessage(
                        Ehr.HARBOUR,
                        somebody.registered(),
                        "V" + somebody.registered().recordNumber(),
                        1,
                        "A04",
                        now,
                        now,
                        "BHI",
                        "AM3",
                        now.minus(Duration.ofHours(1)),
                        null,
                        null,
                        null));
                if (!verdict.accepted()) {
                    throw new IllegalStateException("Refused: " + verdict.text());
                }
                return null;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sent : threads.invokeAll(work)) {
                sent.get();
            }
        }
    }

    private static <T> List<T> all(List<Callable<T>> work) throws Exception {
        var places = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(work.stream()
                    .map(one -> (Callable<T>) () -> {
                        places.acquire();
                        try {
                            return one.call();
                        } finally {
                            places.release();
                        }
                    })
                    .toList())) {
                results.add(result.get());
            }
            return results;
        }
    }
}
