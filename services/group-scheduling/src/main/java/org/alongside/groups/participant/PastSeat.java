package org.alongside.groups.participant;

import java.time.Instant;

/** A seat that has ended, kept because its sessions may still be asked about. */
record PastSeat(Seat seat, Instant from, Instant until, String reason) {}
