package org.alongside.intake.consent;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The four consents, kept apart: each has its own scopes, its own end and its own revocation. */
public enum ConsentKind {
    TREATMENT_OPERATIONS("treatment-operations", Set.of("treatment", "payment", "operations")),
    PEER_DISCLOSURE("peer-disclosure", Set.of("first-name", "programme", "attendance")),
    CONTACT_AFTER_DISCHARGE("contact-after-discharge", Set.of("phone", "sms", "email", "voicemail")),
    COURT_REPORT("court-report", Set.of("attendance", "progress", "completion"));

    private final String code;
    private final Set<String> scopes;

    ConsentKind(String code, Set<String> scopes) {
        this.code = code;
        this.scopes = scopes;
    }

    public String code() {
        return code;
    }

    Set<String> scopes() {
        return scopes;
    }

    static Optional<ConsentKind> of(String code) {
        return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
    }
}
