package org.alongside.eventing.lane;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.alongside.eventing.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows staff which lanes wait, without what is in them, and lets them go on. */
@RestController
@RequestMapping("/parked")
class ParkedController {

    private static final int LARGEST_PAGE = 200;

    private final ParkedLanes lanes;
    private final Replaying replaying;
    private final Skipping skipping;
    private final SkippedRecords skipped;

    ParkedController(ParkedLanes lanes, Replaying replaying, Skipping skipping, SkippedRecords skipped) {
        this.lanes = lanes;
        this.replaying = replaying;
        this.skipping = skipping;
        this.skipped = skipped;
    }

    /**
     * @param type of the record at which the lane stopped; {@code unreadable} when it has none
     * @param first names that record, for whoever wants to skip it
     */
    record Parked(String source, String lane, String type, int count, Instant since, String first) {}

    /** @param next what to pass as {@code after} for the next page, or null on the last */
    record Page(List<Parked> lanes, @Nullable String next) {}

    @GetMapping
    Page list(@RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "50") int limit) {
        check(limit);
        var page = lanes.page(after, limit);
        return new Page(
                page.stream().map(ParkedController::parked).toList(),
                page.size() < limit ? null : page.getLast().id());
    }

    @PostMapping("/{source}/{lane}/replay")
    Replaying.Replayed replay(@PathVariable String source, @PathVariable String lane) {
        return within(() -> replaying.replay(source, lane));
    }

    @PostMapping("/{source}/{lane}/skip")
    Replaying.Replayed skip(@PathVariable String source, @PathVariable String lane, @RequestBody Skipping.Skip skip) {
        return within(() -> skipping.skip(source, lane, skip));
    }

    record SkippedPage(List<SkippedRecords.Skipped> records) {}

    /** What was skipped, by whom and why, the latest first. */
    @GetMapping("/skipped")
    SkippedPage skipped(@RequestParam(defaultValue = "50") int limit) {
        check(limit);
        return new SkippedPage(skipped.latest(limit));
    }

    private static void check(int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Refused.invalid("limit-out-of-range", "limit", "A page holds 1 to " + LARGEST_PAGE + " entries.");
        }
    }

    private static Replaying.Replayed within(Supplier<Replaying.Replayed> reach) {
        try {
            return reach.get();
        } catch (OutOfReach failure) {
            throw new Refused(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "out-of-reach",
                    null,
                    "The store or the broker cannot be reached; what was applied stays applied. Replay again later.");
        }
    }

    private static Parked parked(ParkedLane lane) {
        return new Parked(
                lane.source(), lane.lane(), lane.type(), lane.records().size(), lane.since(), lane.first());
    }
}
