package org.alongside.intake.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the person said they want. A part that is missing is "no preference", which is an answer; no profile at all is not
 * known yet.
 *
 * @param version rises with every change
 * @param released staff let matching begin without the interview
 * @param groupAgreement the groups' confidentiality agreement was accepted; without it there is no seat
 */
public record PeerProfile(
        int version,
        boolean released,
        @Nullable List<String> pathways,
        @Nullable String spirituality,
        @Nullable List<String> languages,
        @Nullable String mentorGender,
        @Nullable List<String> affirming,
        @Nullable List<String> audiences,
        @Nullable String modality,
        @Nullable List<Window> availability,
        @Nullable List<String> lifeStage,
        @Nullable List<String> avoid,
        boolean groupAgreement) {

    /** A weekly window in local time. */
    public record Window(List<String> days, String from, String to, String zone) {}

    /** Staff's release without any preference. */
    public static PeerProfile released(int version, boolean groupAgreement) {
        return new PeerProfile(
                version, true, null, null, null, null, null, null, null, null, null, null, groupAgreement);
    }

    public PeerProfile asVersion(int next) {
        return new PeerProfile(
                next,
                released,
                pathways,
                spirituality,
                languages,
                mentorGender,
                affirming,
                audiences,
                modality,
                availability,
                lifeStage,
                avoid,
                groupAgreement);
    }
}
