package org.alongside.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code docs/tour.md} as a reader would, block after block in one shell, and compares what is printed. */
class TourTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "tour.md");

    static boolean canBeRun() {
        return Shell.has("bash") && Shell.has("curl");
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    @EnabledIf(value = "canBeRun", disabledReason = "the tour needs bash and curl, and one of them is not on the PATH")
    void prints_what_the_page_says(@TempDir Path data) throws Exception {
        try (var running = Running.on(data);
                var shell = Shell.open(data)) {
            var addresses = running.standalone().addresses();
            var ports = portsByTheUsualOnes(addresses, data);
            for (var step : Tour.steps(PAGE)) {
                var here = step.on(ports);
                if (here.starts()) {
                    assertThat(here.prints()).contains(addresses.values());
                } else {
                    var printed = shell.run(here.command());
                    assertThat(here.differsFrom(printed)).as(step.command()).isEqualTo("");
                }
            }
        }
    }

    private static Map<String, String> portsByTheUsualOnes(Map<String, String> addresses, Path data) {
        var usual = Ports.of(new Options(data, null, false, null, null, null, null));
        return addresses.entrySet().stream()
                .collect(Collectors.toMap(
                        address -> String.valueOf(usual.of(address.getKey())),
                        address -> address.getValue().replaceFirst(".*:", "")));
    }

    @Test
    void shows_every_command_with_what_it_prints() throws IOException {
        var page = Files.readString(PAGE);
        assertThat(Tour.steps(PAGE)).hasSizeGreaterThan(20);
        assertThat(Tour.steps(PAGE)).hasSize(page.split("```sh\n", -1).length - 1);
        assertThat(Tour.steps(PAGE)).hasSize(page.split("```text\n", -1).length - 1);
    }

    @Test
    void forgives_only_where_the_page_has_an_ellipsis() {
        var step = new Tour.Step("", "now: …\n…\nstate: held\n");
        assertThat(step.differsFrom("now: 12:00\na\nb\nstate: held\n")).isEmpty();
        assertThat(step.differsFrom("now: 12:00\nstate: held\n")).isEmpty();
        for (var other :
                List.of("now: 12:00\na\nstate: asked\n", "now: 12:00\n", "state: held\n", "now: 1\nstate: held\n!\n")) {
            assertThat(step.differsFrom(other)).contains("printed");
        }
    }
}
