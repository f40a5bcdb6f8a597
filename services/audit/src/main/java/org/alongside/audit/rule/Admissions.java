package org.alongside.audit.rule;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alongside.audit.rule.Visit.Standing;
import org.alongside.audit.world.Fact;

/** The admissions of one person, as intake's lane tells them. */
final class Admissions {

    /**
     * One episode of care.
     *
     * @param since when it came to stand there, by the centre's clock
     * @param leftAt when the person left, which may be told late; otherwise as {@code since}
     */
    record Admission(String admissionId, Standing standing, Instant since, Instant leftAt) {}

    private Admissions() {}

    /** By admissionId, in the order in which they were first told. */
    static Map<String, Admission> of(List<Fact> lane) {
        var admissions = new LinkedHashMap<String, Admission>();
        for (var fact : lane) {
            var standing = switch (fact.type()) {
                case "patient-admitted", "admission-resumed", "discharge-cancelled" -> Standing.IN_TREATMENT;
                case "patient-discharged" -> Standing.DISCHARGED;
                case "admission-cancelled" -> Standing.CANCELLED;
                default -> null;
            };
            if (standing != null) {
                var id = fact.text("admissionId");
                admissions.put(id, new Admission(id, standing, fact.time(), leftAt(fact)));
            }
        }
        return admissions;
    }

    private static Instant leftAt(Fact fact) {
        var left = fact.text("dischargedAt");
        return left.isEmpty() ? fact.time() : Instant.parse(left);
    }

    /** Whether the lane tells a death that it has not withdrawn since. */
    static boolean died(List<Fact> lane) {
        boolean died = false;
        for (var fact : lane) {
            died = !fact.is("patient-deceased-withdrawn") && (died || tellsDeath(fact));
        }
        return died;
    }

    private static boolean tellsDeath(Fact fact) {
        return fact.is("patient-deceased")
                || fact.is("patient-discharged") && fact.text("disposition").equals("died");
    }
}
