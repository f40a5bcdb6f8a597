package org.alongside.groups.participant;

import java.time.Instant;

/** The hand-off asked for an alumni seat. Of one admission only the latest request counts. */
record Request(String requestId, Instant since) {}
