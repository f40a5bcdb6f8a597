package org.alongside.groups.participant;

import static org.alongside.groups.participant.World.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.DayOfWeek;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.DocumentStore;
import org.alongside.eventing.testing.FakeDocumentStore;
import org.alongside.groups.group.Ask;
import org.alongside.groups.group.Outcome;
import org.alongside.groups.group.Phase;
import org.junit.jupiter.api.Test;

class ComparingClaimsTest {

    private static final int A_PAGE = 200;
    private static final String NOBODY = "0".repeat(32);

    private final AtomicReference<Runnable> beforeGroupWrite = new AtomicReference<>();
    private final World world = new World(World.settings(1, Map.of(), World.weights()), interrupted());

    /** A store on which something else goes first, once, before the next write to a group. */
    private DocumentStore interrupted() {
        var plain = new FakeDocumentStore();
        return (DocumentStore) Proxy.newProxyInstance(
                DocumentStore.class.getClassLoader(), new Class<?>[] {DocumentStore.class}, (proxy, method, args) -> {
                    if (method.getName().equals("update") && args[0].equals("groups")) {
                        var first = beforeGroupWrite.getAndSet(null);
                        if (first != null) {
                            first.run();
                        }
                    }
                    return method.invoke(plain, args);
                });
    }

    @Test
    void a_run_that_another_one_overtakes_drops_no_place_of_the_next_page() {
        world.open("first", World.plan(Phase.ALUMNI, DayOfWeek.FRIDAY, "17:00", 1));
        world.open("second", World.plan(Phase.IOP, DayOfWeek.WEDNESDAY, "17:00", 1));
        for (int person = 1; person <= A_PAGE; person++) {
            world.participants.change(
                    "%032x".formatted(person), Cause.OWN, (kept, now) -> Decision.to(Participant.SHELL));
        }
        world.admit(ANN);
        world.settle();
        var leaked = new Ask(NOBODY + "-s1", NOBODY, 1, false, world.clock.instant(), false, Set.of());
        world.groups.change(
                "first", Cause.OWN, Outcome.class, (kept, now) -> kept.state().answer(leaked, now));

        beforeGroupWrite.set(world.sweep::run);
        world.sweep.run();

        assertThat(world.group("first").places().claims()).isEmpty();
        assertThat(world.group("second").places().claims()).containsOnlyKeys(ANN + "-s1");
    }
}
