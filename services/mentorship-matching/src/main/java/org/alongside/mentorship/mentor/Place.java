package org.alongside.mentorship.mentor;

import java.time.Instant;

/** One person's place with a mentor, under the id of the match it was claimed for. */
public record Place(String patientId, Instant since) {}
