package org.alongside.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that is wrong is taken, changes anything, or is a fault of ours: on the whole platform, by its own description. */
class BadInputTest {

    private static final long SEED = 20_260_302;
    private static final int MESSAGES = 300;
    /** Separators that cannot be used are answered in the usual ones. */
    private static final Pattern REFUSED = Pattern.compile("(?s).*MSA.A[ER].*ERR..[A-Z][A-Z0-9]{2}.1.\\d+.*");

    @TempDir
    private static Path data;

    private static Running platform;
    private static Asking asking;
    private static Api api;
    private static BadInput bad;
    private static OneStay stay;
    private static List<String> faultsOnTheWay;

    @BeforeAll
    static void walk() throws Exception {
        platform = Running.on(data);
        asking = new Asking(platform);
        api = Api.of(asking);
        bad = new BadInput(platform, asking, api);
        stay = new OneStay(platform, asking, bad);
        stay.openCentre();
        var who = Who.called("Walkalong", "1979-05-04");
        var patientId = stay.register(who);
        var admissionId = stay.admit(patientId, who.visitNumber());
        stay.command(
                "intake", "POST", "/visits/lookup", Map.of("application", "staff", "visitNumber", who.visitNumber()));
        stay.papers(patientId, who);
        stay.findMentor(patientId);
        stay.matched(patientId);
        stay.sitInGroups(patientId);
        stay.leave(patientId, admissionId);
        stay.follow(patientId);
        var other = stay.register(Who.called("Otherwise", "1981-06-05"));
        var cancelled = stay.admit(other, "V-OTHER-1");
        stay.command("intake", "POST", "/patients/" + other + "/release", Map.of("groupAgreement", true));
        stay.command("intake", "POST", "/patients/" + other + "/admissions/" + cancelled + "/cancellation", null);
        stay.command("intake", "POST", "/patients/" + noted() + "/notes/control-id-reused/seen", null);
        stay.settle();
        stay.ids().put("patientId", patientId);
        stay.ids().put("admissionId", admissionId);
        faultsOnTheWay = bad.faults();
    }

    /** Somebody whose EHR uses a control id twice, for two things. */
    private static String noted() {
        var before = people();
        var who = Who.called("Counterreset", "1983-07-06");
        for (var number : List.of(1, 2)) {
            var message = SpoiltAdt.good(who, "A04", number).replace("MSG-A04-" + number, "MSG-AGAIN");
            assertThat(asking.hl7(message.getBytes(StandardCharsets.UTF_8)).status())
                    .isEqualTo(200);
        }
        stay.settle();
        return people().stream()
                .filter(name -> !before.contains(name))
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    static void stop() {
        var all = bad.tried().values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("bad input: " + all + " tries over " + api.writes().size() + " writes and "
                + api.reads().size() + " reads, " + bad.walked().size() + " of them in the state they fit: "
                + bad.tried());
        platform.close();
    }

    @Test
    void a_command_that_is_wrong_is_refused_by_rule_and_field_and_changes_nothing() {
        assertThat(faultsOnTheWay).isEmpty();
    }

    @Test
    void so_is_one_that_is_not_on_the_way() {
        api.writes().stream()
                .filter(operation -> !bad.walked().containsKey(operation.name()))
                .filter(operation -> !operation.template().equals("/adt"))
                .forEach(operation -> bad.offTheWay(operation, stay.ids()));

        assertThat(bad.faults()).isEmpty();
    }

    @Test
    void the_way_leads_through_every_write_there_is() {
        assertThat(api.writes().stream()
                        .map(Api.Operation::name)
                        .filter(name -> !bad.walked().containsKey(name)))
                .containsExactlyInAnyOrder(
                        "intake POST /adt",
                        "intake POST /parked/{source}/{lane}/replay",
                        "mentorship POST /parked/{source}/{lane}/replay",
                        "groups POST /parked/{source}/{lane}/replay",
                        "continuum POST /parked/{source}/{lane}/replay",
                        "intake POST /parked/{source}/{lane}/skip",
                        "mentorship POST /parked/{source}/{lane}/skip",
                        "groups POST /parked/{source}/{lane}/skip",
                        "continuum POST /parked/{source}/{lane}/skip");
    }

    @Test
    void a_read_that_is_wrong_is_refused_by_rule_and_field() {
        var absurd = List.of(
                "-1", "0", "abc", BadInput.WORD, "99999999999", "x".repeat(3000), "%00", "%27%22%7B%24ne%3A1%7D");
        for (var operation : api.reads()) {
            var path = BadInput.path(operation, stay.ids());
            for (var name : operation.query()) {
                for (var value : absurd) {
                    var answer = asking.get(operation.service(), path + "?" + name + "=" + value);
                    bad.handled("query parameters", answer);
                    if (name.equals("limit") && answer.status() < 400) {
                        bad.fault("an absurd limit is taken: " + answer);
                    }
                    if (name.equals("limit")
                            && answer.isProblem()
                            && !answer.field().equals("limit")) {
                        bad.fault("the limit is not named: " + answer);
                    }
                }
            }
            if (operation.takesParameters()) {
                var answer = asking.get(operation.service(), BadInput.path(operation, Map.of()));
                bad.handled("unknown ids", answer);
                if (answer.status() != 404 || !answer.rule().startsWith("unknown-")) {
                    bad.fault("an unknown id is no 404 with unknown-…: " + answer);
                }
            }
        }
        assertThat(bad.faults()).isEmpty();
    }

    @Test
    void what_is_not_served_is_refused_like_everything_else() {
        for (var service : Api.SERVICES) {
            for (var path : List.of("/nothing-here", "/actuator/env", "/" + BadInput.WORD, "/x/" + "y".repeat(3000))) {
                bad.refused("paths", path, null, asking.get(service, path));
            }
        }
        for (var operation : api.operations()) {
            bad.refused(
                    "methods",
                    "PATCH",
                    null,
                    asking.json(operation.service(), "PATCH", BadInput.path(operation, stay.ids()), Map.of()));
        }
        assertThat(bad.faults()).isEmpty();
    }

    /** Everything that was done is done once more when it is over. */
    @Test
    void a_command_in_the_wrong_state_is_refused_by_rule() {
        var refused = new HashMap<String, String>();
        for (var sent : List.copyOf(bad.walked().values())) {
            var operation = sent.operation();
            var answer = asking.json(operation.service(), operation.method(), sent.path(), sent.body());
            bad.handled("wrong state", answer);
            if (answer.status() >= 400) {
                refused.put(operation.method() + " " + operation.template(), answer.rule());
            }
        }
        assertThat(bad.faults()).isEmpty();
        assertThat(refused)
                .containsKeys(
                        "POST /mentees/{patientId}/offers/{offerId}/acceptance",
                        "POST /mentees/{patientId}/offers/{offerId}/decline",
                        "POST /participants/{patientId}/seats/{seatId}/release",
                        "POST /journeys/{patientId}/tasks/{taskId}/closure",
                        "POST /patients/{patientId}/admissions/{admissionId}/cancellation");
    }

    @Test
    void a_malformed_message_is_answered_with_segment_and_field() throws Exception {
        var random = new Random(SEED);
        var before = people();
        try (var line = new MllpLine(platform.address("mllp"))) {
            for (int n = 0; n < MESSAGES; n++) {
                var message = SpoiltAdt.spoilt(random, Who.called("Spoilt" + n, "1970-01-31"), n);
                var acknowledged = line.send(message.getBytes(StandardCharsets.UTF_8));
                bad.tried().merge("messages over MLLP", 1, Integer::sum);
                assertThat(acknowledged).as(message).matches(REFUSED);
                var answer = asking.hl7(message.getBytes(StandardCharsets.UTF_8));
                bad.tried().merge("messages over HTTP", 1, Integer::sum);
                assertThat(answer.status()).as(message).isEqualTo(422);
                assertThat(answer.body()).as(message).matches(REFUSED);
                assertThat(acknowledged + answer.body()).doesNotContain("Spoilt" + n);
            }
            assertThat(line.send(SpoiltAdt.good(Who.called("Wellformed", "1970-01-31"), "A04", 1)
                            .getBytes(StandardCharsets.UTF_8)))
                    .contains("MSA|AA|");
        }
        stay.settle();
        assertThat(people()).hasSize(before.size() + 1);
    }

    private static List<String> people() {
        return Versions.in(platform.standalone()).of().keySet().stream()
                .filter(name -> name.startsWith("intake/patients/"))
                .toList();
    }
}
