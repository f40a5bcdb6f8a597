package org.alongside.mentorship.matching;

import java.time.Instant;

/** A human decided instead of the machine. @param kind {@code pin}, {@code veto} or {@code alternative} */
record StaffChoice(String kind, String mentorId, String staff, Instant at) {}
