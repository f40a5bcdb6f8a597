package org.alongside.eventing.lane;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Part of readiness: down when a source is no longer heard or one of its partitions stands still, out of service until the start has been caught up with. */
final class LanesHealth implements HealthIndicator {

    private final Lanes lanes;
    private final CatchUp catchUp;

    LanesHealth(Lanes lanes, CatchUp catchUp) {
        this.lanes = lanes;
        this.catchUp = catchUp;
    }

    @Override
    public Health health() {
        var standing = lanes.standing();
        boolean heard = lanes.isRunning() && standing.values().stream().allMatch(LaneContainer.RUNNING::equals);
        var health = !heard ? Health.down() : catchUp.reached() ? Health.up() : Health.outOfService();
        return health.withDetails(standing)
                .withDetail("caughtUp", catchUp.reached())
                .build();
    }
}
