package org.alongside.intake.profile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.alongside.eventing.document.Cause;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The short profile. */
@RestController
@RequestMapping("/patients/{patientId}")
class ProfileController {

    private final KnowingPreferences preferences;

    ProfileController(KnowingPreferences preferences) {
        this.preferences = preferences;
    }

    record Release(@NotNull Boolean groupAgreement) {}

    @PutMapping("/profile")
    PeerProfile answer(@PathVariable String patientId, @RequestBody Interview interview, Cause.Command cause) {
        return preferences.answer(patientId, cause, interview);
    }

    @PostMapping("/release")
    PeerProfile release(@PathVariable String patientId, @Valid @RequestBody Release release, Cause.Command cause) {
        return preferences.release(patientId, cause, release.groupAgreement());
    }
}
