package org.alongside.standalone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.FileHandler;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Writes everything that this process logs at DEBUG into files, whichever way it is logged and whatever was configured. */
final class Listening implements AutoCloseable {

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = context.getLogger("ROOT");
    private final Map<Logger, @Nullable Level> before = new HashMap<>();
    private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
    private final FileAppender<ILoggingEvent> file = new FileAppender<>();
    private final java.util.logging.Logger jdk = java.util.logging.Logger.getLogger("");
    private final FileHandler jdkFile;
    private final Path directory;

    Listening(Path directory) throws java.io.IOException {
        this.directory = directory;
        root.iteratorForAppenders().forEachRemaining(others::add);
        others.forEach(root::detachAppender);
        for (var logger : context.getLoggerList()) {
            before.put(logger, logger.getLevel());
            if (logger != root) {
                logger.setLevel(null);
            }
        }
        root.setLevel(Level.DEBUG);
        context.getLogger("org.alongside").setLevel(Level.DEBUG);
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%level %logger [%thread] %X %marker %kvp %msg%n%ex{full}");
        encoder.start();
        file.setContext(context);
        file.setFile(directory.resolve("debug.log").toString());
        file.setEncoder(encoder);
        file.start();
        root.addAppender(file);
        jdkFile = new FileHandler(directory.resolve("jdk.log").toString());
        jdkFile.setLevel(java.util.logging.Level.ALL);
        jdkFile.setFormatter(new SimpleFormatter());
        jdk.addHandler(jdkFile);
    }

    /** Where the files are; what was logged up to now stands in them. */
    Path files() {
        jdkFile.flush();
        return directory;
    }

    @Override
    public void close() {
        jdk.removeHandler(jdkFile);
        jdkFile.close();
        root.detachAppender(file);
        file.stop();
        before.forEach(Logger::setLevel);
        context.getLogger("org.alongside").setLevel(before.get(context.getLogger("org.alongside")));
        others.forEach(root::addAppender);
    }
}
