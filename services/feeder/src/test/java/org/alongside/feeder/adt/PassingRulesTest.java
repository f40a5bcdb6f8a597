package org.alongside.feeder.adt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** After which refusals a sender repeats a message: the feeder uses no code of intake, so it is compared with its source. */
class PassingRulesTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Path RULES = ROOT.resolve("services/intake/src/main/java/org/alongside/intake/adt/Rule.java");
    private static final Pattern PASSING = Pattern.compile("boolean passing\\(\\) \\{(.*?)}", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("([A-Z_]+)\\(\\s*\"([a-z-]+)\"");

    @Test
    void the_feeder_repeats_what_intake_says_may_be_repeated() throws IOException {
        assertThat(Verdict.PASSING).isEqualTo(passing());
    }

    @Test
    void the_readme_names_every_one() throws IOException {
        assertThat(Files.readString(ROOT.resolve("README.md")))
                .contains(passing().stream().map(rule -> "`" + rule + "`").toList());
    }

    private static Set<String> passing() throws IOException {
        var source = Files.readString(RULES);
        var passing = PASSING.matcher(source);
        assertThat(passing.find()).isTrue();
        var rules = new HashSet<String>();
        NAMED.matcher(source)
                .results()
                .filter(rule -> passing.group(1).contains(rule.group(1)))
                .forEach(rule -> rules.add(rule.group(2)));
        return rules;
    }
}
