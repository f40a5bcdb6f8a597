package org.alongside.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedCommitTest {

    private final List<String> happened = Collections.synchronizedList(new ArrayList<>());

    private void write(SharedCommit commit, String name) {
        commit.writing();
        commit.written();
        happened.add(name);
    }

    @Test
    void a_write_returns_after_a_commit() {
        var commit = new SharedCommit(() -> happened.add("commit"));
        write(commit, "written");
        assertThat(happened).containsExactly("commit", "written");
    }

    @Test
    void nothing_is_committed_twice() {
        var commit = new SharedCommit(() -> happened.add("commit"));
        commit.settled();
        write(commit, "written");
        commit.settled();
        assertThat(happened).containsExactly("commit", "written");
    }

    @Test
    void no_commit_begins_in_the_middle_of_a_write() throws InterruptedException {
        var commit = new SharedCommit(() -> happened.add("commit"));
        commit.writing();
        var other = Paused.run(() -> write(commit, "the other"));
        happened.add("the middle");
        commit.written();
        other.join();
        assertThat(happened).containsExactly("the middle", "commit", "the other");
    }

    @Test
    void who_reads_waits_for_what_was_written_before() throws InterruptedException {
        var goOn = new CountDownLatch(1);
        var commit = new SharedCommit(() -> {
            Paused.at(goOn);
            happened.add("commit");
        });
        var writer = Paused.run(() -> write(commit, "written"));
        var reader = Paused.run(() -> {
            commit.settled();
            happened.add("read");
        });
        goOn.countDown();
        writer.join();
        reader.join();
        assertThat(happened).startsWith("commit").containsExactlyInAnyOrder("commit", "written", "read");
    }

    @Test
    void those_who_write_at_the_same_time_share_one_commit() throws InterruptedException {
        var allWrite = new CountDownLatch(5);
        var commits = new AtomicInteger();
        var commit = new SharedCommit(commits::incrementAndGet);
        var writers = new ArrayList<Thread>();
        for (int n = 0; n < 5; n++) {
            writers.add(Paused.run(() -> {
                commit.writing();
                allWrite.countDown();
                Paused.at(allWrite);
                commit.written();
                happened.add("written");
            }));
        }
        for (var writer : writers) {
            writer.join();
        }
        assertThat(happened).hasSize(5);
        assertThat(commits).hasValue(1);
    }

    @Test
    void a_commit_that_failed_is_nobodys() {
        var fails = new AtomicInteger(1);
        var commit = new SharedCommit(() -> {
            if (fails.getAndDecrement() > 0) {
                throw new IllegalStateException("the disk is full");
            }
            happened.add("commit");
        });
        assertThatThrownBy(() -> write(commit, "written")).hasMessage("the disk is full");
        commit.settled();
        assertThat(happened).containsExactly("commit");
    }
}
