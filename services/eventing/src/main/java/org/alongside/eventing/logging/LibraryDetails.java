package org.alongside.eventing.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Denies everything below INFO to all loggers but our own, whatever level is configured. At DEBUG the web server prints
 * whole requests, Spring MVC prints bodies, the store's driver prints documents and Kafka's clients print keys: each of
 * them identifies people. Our own loggers never log content, so they may be turned up.
 */
public final class LibraryDetails extends TurboFilter implements ApplicationListener<ApplicationPreparedEvent> {

    private static final String OURS = "org.alongside";

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        boolean detail = !level.isGreaterOrEqual(Level.INFO);
        return detail && !logger.getName().startsWith(OURS) ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    /** Each time, because Boot may have reset what was configured before. */
    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                && context.getTurboFilterList().stream().noneMatch(LibraryDetails.class::isInstance)) {
            var filter = new LibraryDetails();
            filter.setContext(context);
            filter.start();
            context.addTurboFilter(filter);
        }
    }
}
