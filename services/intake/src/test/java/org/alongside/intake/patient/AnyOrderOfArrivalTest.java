package org.alongside.intake.patient;

import static org.alongside.intake.Says.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.alongside.eventing.document.Told;
import org.alongside.intake.IntakeSettings;
import org.alongside.intake.Says;
import org.alongside.intake.admission.Admission;
import org.alongside.intake.admission.Episode;
import org.alongside.intake.visit.HearingVisits;
import org.alongside.intake.visit.Trigger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Generated stays, told in many orders: what holds in the end is the same, and no reader ever hears a contradiction. */
class AnyOrderOfArrivalTest {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final List<String> LEVELS = List.of("3.5", "2.5", "2.1", "1");
    private static final List<String> DISPOSITIONS = List.of("completed", "step-down", "against-advice", "hospital");
    private static final String PATIENT = "0".repeat(32);
    private static final Instant NOW = Instant.parse("2027-01-05T10:00:00Z");
    private static final Settling SETTLING = new Settling(IntakeSettings.DEFAULTS);
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void the_end_is_the_same_and_nothing_told_contradicts(int seed) {
        var random = new Random(seed);
        for (int story = 0; story < 20; story++) {
            var messages = story(random);
            var inOrder = play(messages);
            for (int order = 0; order < 12; order++) {
                var shuffled = new ArrayList<>(messages);
                Collections.shuffle(shuffled, random);
                if (!shuffled.isEmpty()) {
                    shuffled.add(shuffled.get(random.nextInt(shuffled.size())));
                }
                assertThat(play(shuffled))
                        .as("seed %d story %d %s", seed, story, shuffled)
                        .isEqualTo(inOrder);
            }
        }
    }

    private record End(List<Episode> episodes, List<List<Object>> admissions, Object visits, Object person) {}

    private static End play(List<Says> messages) {
        var somebody = Patient.SHELL;
        var reader = new Reader();
        for (var says : messages) {
            var taken = Taken.of(HearingVisits.take(somebody, says.message()));
            var settled = SETTLING.settle(PATIENT, somebody, taken, NOW);
            somebody = settled.next();
            settled.told().forEach(reader::hears);
        }
        reader.agreesWith(somebody);
        var live = somebody.admissions().all().stream()
                .filter(Admission.Live.class::isInstance)
                .map(AnyOrderOfArrivalTest::told)
                .sorted(Comparator.comparing(Object::toString))
                .toList();
        return new End(
                somebody.episodes(IntakeSettings.DEFAULTS.gap()),
                live,
                somebody.visits(),
                somebody.person().known());
    }

    private static List<Object> told(Admission admission) {
        var enrolled = admission.enrolment();
        return switch (admission) {
            case Admission.Enrolled a -> List.of("enrolled", enrolled.admittedAt(), enrolled.placement());
            case Admission.Leaving a -> List.of("leaving", enrolled.admittedAt(), enrolled.placement(), a.plan());
            case Admission.Discharged a ->
                List.of("discharged", enrolled.admittedAt(), enrolled.placement(), a.dischargedAt(), a.disposition());
            case Admission.Cancelled a -> List.of("cancelled");
        };
    }

    private static List<Says> story(Random random) {
        var messages = new ArrayList<Says>();
        var at = START;
        int visits = 1 + random.nextInt(3);
        for (int v = 1; v <= visits; v++) {
            int said = 1 + random.nextInt(6);
            for (int n = 0; n < said; n++) {
                at = at.plus(Duration.ofHours(random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(120)));
                messages.add(message(random, "V" + v, n == 0 ? Trigger.A04 : any(random), at));
            }
            if (random.nextInt(3) > 0) {
                at = at.plus(Duration.ofHours(random.nextInt(300)));
            }
        }
        return messages;
    }

    private static Trigger any(Random random) {
        var triggers = Trigger.values();
        return triggers[random.nextInt(triggers.length)];
    }

    private static Says message(Random random, String visit, Trigger trigger, Instant at) {
        var says = says(trigger, at.toString()).visit(visit).again(Long.toString(random.nextLong()));
        return switch (trigger) {
            case A01, A04 -> says.level(LEVELS.get(random.nextInt(LEVELS.size())));
            case A08 -> {
                var update = says.level(LEVELS.get(random.nextInt(LEVELS.size())));
                yield random.nextBoolean()
                        ? update
                        : update.disposition(DISPOSITIONS.get(random.nextInt(DISPOSITIONS.size())))
                                .discharged(at.minus(Duration.ofHours(random.nextInt(100)))
                                        .toString());
            }
            case A16 ->
                random.nextBoolean()
                        ? says
                        : says.expected(at.plus(Duration.ofDays(9)).toString());
            case A03 ->
                says.disposition(DISPOSITIONS.get(random.nextInt(DISPOSITIONS.size())))
                        .discharged(
                                at.minus(Duration.ofHours(random.nextInt(100))).toString());
            case A25, A13, A11 -> says;
        };
    }

    /** Somebody who knows only what is told, and what may follow what. */
    private static final class Reader {

        private final HashMap<String, String> states = new HashMap<>();
        private final HashMap<String, JsonNode> levels = new HashMap<>();

        void hears(Told event) {
            JsonNode data = JSON.valueToTree(event.data());
            var admission = data.path("admissionId").asString("");
            var was = states.get(admission);
            switch (event.type()) {
                case "patient-admitted" -> {
                    assertThat(was).isNull();
                    is(admission, "open");
                    levels.put(admission, data.get("levelOfCare"));
                }
                case "level-of-care-changed" -> {
                    assertThat(was).isIn("open", "planned");
                    assertThat(data.get("from")).isEqualTo(levels.put(admission, data.get("to")));
                }
                case "discharge-planned" -> {
                    assertThat(was).isIn("open", "planned");
                    is(admission, "planned");
                }
                case "discharge-plan-cancelled" -> {
                    assertThat(was).isEqualTo("planned");
                    is(admission, "open");
                }
                case "patient-discharged" -> {
                    assertThat(was).isIn("open", "planned");
                    is(admission, "discharged");
                }
                case "discharge-cancelled" -> {
                    assertThat(was).isEqualTo("discharged");
                    is(admission, data.hasNonNull("plannedFor") ? "planned" : "open");
                }
                case "admission-resumed" -> {
                    assertThat(was).isEqualTo("discharged");
                    is(admission, "open");
                }
                case "admission-cancelled" -> {
                    assertThat(was).isIn("open", "planned", "discharged");
                    is(admission, "cancelled");
                }
                default -> throw new AssertionError(event.type());
            }
        }

        private void is(String admission, String state) {
            states.put(admission, state);
        }

        void agreesWith(Patient patient) {
            for (var admission : patient.admissions().all()) {
                var expected = switch (admission) {
                    case Admission.Enrolled a -> "open";
                    case Admission.Leaving a -> "planned";
                    case Admission.Discharged a -> "discharged";
                    case Admission.Cancelled a -> "cancelled";
                };
                assertThat(states).containsEntry(admission.admissionId(), expected);
            }
        }
    }
}
