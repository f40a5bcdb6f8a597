package org.alongside.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The entry script over a small tree, with a Java and a Maven that only say what they were asked. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@EnabledIf(value = "canBeRun", disabledReason = "the entry script needs bash, and it is not on the PATH")
class EntryScriptTest {

    private static final String JAVA = """
            #!/usr/bin/env bash
            case "$*" in
              *-XshowSettings*) echo '    java.specification.version = 25' >&2 ;;
              *AOTCacheOutput*)
                for last in "$@"; do :; done
                echo "$last" > ../training-data
                trap 'exit 0' TERM
                [ -e ../never-ready ] || echo 'Alongside is ready'
                while sleep 0.05; do :; done ;;
              *) printf 'asked: %s\\n' "$@" ;;
            esac
            """;

    private static final String MAVEN = """
            #!/usr/bin/env bash
            echo build >> ../builds
            echo $$ > ../maven
            mkdir -p services/one/target
            if [ -e ../save-meanwhile ]; then rm ../save-meanwhile; sleep 0.02; touch services/one/src/Saved.java; sleep 0.02; fi
            while [ -e ../long-build ]; do sleep 0.05; done
            """;

    @TempDir
    private Path folder;

    private Path tree;

    static boolean canBeRun() {
        return Shell.has("bash");
    }

    @BeforeEach
    void plant() throws IOException {
        tree = folder.resolve("tree");
        for (var part : new String[] {"contracts", "infra", "services/one/src"}) {
            Files.createDirectories(tree.resolve(part));
        }
        Files.copy(Path.of("..", "..", "alongside"), tree.resolve("alongside"));
        Files.writeString(tree.resolve("pom.xml"), "<artifactId>alongside</artifactId>\n<version>1</version>\n");
        Files.writeString(tree.resolve("services/one/src/First.java"), "");
        program("jdk/bin/java", JAVA);
        program("jdk/bin/javac", "");
        program("bin/mvn", MAVEN);
    }

    private void program(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Process start(Path from, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("bash", tree.resolve("alongside").toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(from.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        process.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        process.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        return process.start();
    }

    private String says(Path from, String... arguments) throws Exception {
        var process = start(from, arguments);
        int end = process.waitFor();
        var said = Files.readString(folder.resolve("said"));
        assertThat(end).as(said).isZero();
        return said;
    }

    private long builds() throws IOException {
        return Files.readAllLines(folder.resolve("builds")).size();
    }

    @Test
    void builds_again_only_when_something_was_changed_saved_meanwhile_or_removed() throws Exception {
        says(tree, "up");
        says(tree, "up");
        assertThat(builds()).isEqualTo(1);
        Files.writeString(tree.resolve("services/one/src/Second.java"), "");
        says(tree, "up");
        says(tree, "up");
        assertThat(builds()).isEqualTo(2);
        Files.delete(tree.resolve("services/one/src/Second.java"));
        Files.createFile(folder.resolve("save-meanwhile"));
        says(tree, "up");
        assertThat(builds()).isEqualTo(3);
        says(tree, "up");
        says(tree, "up");
        assertThat(builds()).isEqualTo(4);
    }

    @Test
    void files_and_folders_are_meant_from_where_the_user_stands() throws Exception {
        var elsewhere = Files.createDirectories(folder.resolve("else where")).toRealPath();
        assertThat(says(elsewhere, "up", "--data", "./d", "--centre", "/opt/centre", "--kafka", "host:1"))
                .contains("asked: " + elsewhere + "/./d\n")
                .contains("asked: /opt/centre\n")
                .contains("asked: host:1\n");
    }

    @Test
    void a_java_that_does_not_run_is_passed_over() throws Exception {
        program("bin/java", JAVA);
        program("bin/javac", "");
        program("jdk/bin/java", "#!/usr/bin/env bash\nexit 126\n");
        assertThat(says(tree, "up")).contains("asked: org.alongside.standalone.Main");
    }

    @Test
    void ending_it_ends_the_build() throws Exception {
        Files.createFile(folder.resolve("long-build"));
        var process = start(tree, "up");
        await().until(() -> Files.exists(folder.resolve("maven")) && Files.size(folder.resolve("maven")) > 1);
        var maven = ProcessHandle.of(
                Long.parseLong(Files.readString(folder.resolve("maven")).trim()));
        process.destroy();
        assertThat(process.waitFor()).isEqualTo(130);
        await().until(() -> maven.isEmpty() || !maven.get().isAlive());
        assertThat(tree.resolve("target/built")).doesNotExist();
    }

    @Test
    void ending_it_ends_the_platform_that_prepares_later_starts() throws Exception {
        Files.createFile(folder.resolve("never-ready"));
        var process = start(tree, "up");
        await().until(() ->
                Files.exists(folder.resolve("training-data")) && Files.size(folder.resolve("training-data")) > 1);
        var data = Path.of(Files.readString(folder.resolve("training-data")).trim());
        process.destroy();
        assertThat(process.waitFor()).isEqualTo(130);
        assertThat(data).doesNotExist();
    }
}
