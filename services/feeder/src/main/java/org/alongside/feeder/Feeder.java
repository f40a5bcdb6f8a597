package org.alongside.feeder;

import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.alongside.feeder.adt.MllpSender;
import org.alongside.feeder.http.Doors;
import org.alongside.feeder.http.Patience;
import org.alongside.feeder.platform.Addresses;
import org.alongside.feeder.play.Headcount;
import org.alongside.feeder.play.Playing;
import tools.jackson.core.JacksonException;

/**
 * Plays the sample centre against the Alongside whose addresses stand in {@code --data}. Stopped or killed at any moment
 * and started again on the same data, it goes on where it was. Ends with 1 when something was not understood.
 */
public final class Feeder {

    /** Below the data, what it has done; locked while it runs. */
    public static final String LEDGER = "ledger.jsonl";

    private static final int CONNECTIONS = 6;

    private Feeder() {}

    public static void main(String[] arguments) {
        try {
            var options = Options.of(List.of(arguments), "data");
            var played = play(options, heads -> System.out.println(heads.line()));
            played.refusals().forEach((what, times) -> System.out.println("refused " + times + " x " + what));
            played.faults().forEach((what, times) -> System.err.println("not understood " + times + " x " + what));
            System.exit(played.faults().isEmpty() ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (Patience.Lost e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    public static Playing.Played play(Options options, java.util.function.Consumer<Headcount.Heads> told) {
        var patience = Patience.USUAL;
        var doors = new Doors(service -> addresses(options.data()).http(service), patience);
        try (var book = Playing.book(options.data().resolve(LEDGER));
                var sender = new MllpSender(
                        () -> {
                            var at = addresses(options.data());
                            return new InetSocketAddress(at.mllpHost(), at.mllpPort());
                        },
                        CONNECTIONS,
                        patience)) {
            var part = new Playing.Part(options.seed(), options.people(), options.days(), patience);
            return Playing.play(part, doors, sender, book, told);
        }
    }

    /** Read anew each time: a platform that was started again may listen elsewhere, and is not there in between. */
    private static Addresses addresses(Path data) {
        try {
            return Addresses.read(data);
        } catch (JacksonException e) {
            throw new UncheckedIOException(new java.io.IOException("addresses.json is being written", e));
        }
    }
}
