package org.alongside.groups.group;

import java.time.Instant;

/** A place taken. Its id is the seat's id and is never used again. */
public record Claim(String patientId, Instant takenAt) {}
