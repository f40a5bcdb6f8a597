package org.alongside.feeder.bench;

import java.util.Arrays;
import java.util.List;

/** {@code ./alongside bench start | pipeline | faults}. Ends with 1 when what it ran was not correct. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var what = arguments.length == 0 ? "" : arguments[0];
        var more = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        boolean correct = switch (what) {
            case "start" -> StartBench.run();
            case "pipeline" -> PipelineBench.run(more);
            case "faults" -> FaultCampaign.run(more);
            default -> {
                System.err.println("bench start, bench pipeline or bench faults; not " + Arrays.toString(arguments));
                System.exit(2);
                yield false;
            }
        };
        System.exit(correct ? 0 : 1);
    }
}
