package org.alongside.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Real time plus an offset that only grows and is kept with the data. A centre that was once moved ahead stays there, so
 * no decision is ever older than one made before it.
 */
public final class CentreClock extends Clock {

    private final Path file;
    private final ZoneId zone;
    private volatile Duration offset;

    private CentreClock(Path file, ZoneId zone, Duration offset) {
        this.file = file;
        this.zone = zone;
        this.offset = offset;
    }

    /** @param startAt the time at the very first start; later starts go on from where the clock was */
    static CentreClock kept(Path file, @Nullable Instant startAt) {
        try {
            if (Files.exists(file)) {
                return new CentreClock(
                        file,
                        ZoneOffset.UTC,
                        Duration.parse(Files.readString(file).trim()));
            }
            var clock = new CentreClock(
                    file, ZoneOffset.UTC, startAt == null ? Duration.ZERO : Duration.between(Instant.now(), startAt));
            clock.keep(clock.offset);
            return clock;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("The clock never goes back");
        }
        var next = offset.plus(by);
        try {
            keep(next);
        } catch (IOException e) {
            throw new UncheckedIOException("The clock's offset could not be kept; it was not moved", e);
        }
        offset = next;
    }

    private void keep(Duration next) throws IOException {
        WholeFile.write(file, next.toString());
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return other.equals(zone) ? this : Clock.offset(Clock.system(other), offset);
    }
}
