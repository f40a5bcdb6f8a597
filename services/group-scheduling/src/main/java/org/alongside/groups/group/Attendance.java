package org.alongside.groups.group;

import java.time.Instant;
import java.util.Map;

/**
 * Who came to one session.
 *
 * @param outcomes {@code present}, {@code absent} or {@code excused} by patientId
 */
public record Attendance(Instant sessionAt, Map<String, String> outcomes) {}
