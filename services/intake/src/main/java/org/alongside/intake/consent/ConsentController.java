package org.alongside.intake.consent;

import org.alongside.eventing.document.Cause;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Consents, as they are signed and taken back. */
@RestController
@RequestMapping("/patients/{patientId}/consents")
class ConsentController {

    private final GrantingConsents consents;

    ConsentController(GrantingConsents consents) {
        this.consents = consents;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    GrantingConsents.Standing grant(
            @PathVariable String patientId, @RequestBody ConsentForm form, Cause.Command cause) {
        return consents.grant(patientId, cause, form);
    }

    @PostMapping("/{consentId}/revocation")
    GrantingConsents.Standing revoke(
            @PathVariable String patientId, @PathVariable String consentId, Cause.Command cause) {
        return consents.revoke(patientId, consentId, cause);
    }
}
