package org.alongside.feeder.demo;

/** One line that is written over on a terminal; a line each where the output is kept. */
final class Progress {

    private static final String DAY = "day ";

    private final boolean terminal =
            System.console() != null && System.console().isTerminal();
    private boolean open;

    void show(String line) {
        if (terminal && line.startsWith(DAY)) {
            System.out.print("\r  " + line);
            System.out.flush();
            open = true;
        } else {
            end();
            System.out.println("  " + line);
        }
    }

    void end() {
        if (open) {
            System.out.println();
            open = false;
        }
    }
}
