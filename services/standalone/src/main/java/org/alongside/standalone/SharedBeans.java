package org.alongside.standalone;

import java.time.Clock;
import org.alongside.eventing.document.CutPoints;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** The one clock of the centre, and the fault that was asked for, in every sibling. */
final class SharedBeans implements ApplicationContextInitializer<GenericApplicationContext> {

    private final CentreClock clock;
    private final CutPoints cutPoints;

    SharedBeans(CentreClock clock, @Nullable String killAt) {
        this.clock = clock;
        this.cutPoints = killAt == null ? CutPoints.NONE : KillAt.parse(killAt);
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        context.registerBean("clock", Clock.class, () -> clock);
        context.registerBean("cutPoints", CutPoints.class, () -> cutPoints);
    }
}
