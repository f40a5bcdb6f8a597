package org.alongside.groups.participant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.alongside.groups.group.Modality;
import org.alongside.groups.timetable.WindowText;
import org.jspecify.annotations.Nullable;

/** What we read of intake's events, and nothing else of them. */
final class IntakeFacts {

    private IntakeFacts() {}

    record PatientAdmitted(
            String centreId,
            String admissionId,
            Instant admittedAt,
            String track,
            LevelOfCare levelOfCare,
            String ageBand,
            @Nullable ProfileTold profile,
            @Nullable List<ConsentTold> consents) {}

    record PeerProfileUpdated(String centreId, @Nullable ProfileTold profile, String ageBand) {}

    record LevelOfCareChanged(String centreId, String admissionId, LevelOfCare to, String track) {}

    record PatientDischarged(String centreId, String admissionId, Instant dischargedAt, String disposition) {}

    record AdmissionResumed(
            String centreId, String admissionId, Instant resumedAt, LevelOfCare levelOfCare, String track) {}

    /** Of events that say no more than which admission they are about. */
    record OfAdmission(String centreId, String admissionId) {}

    record OfPerson(String centreId) {}

    record ConsentChanged(String centreId, ConsentTold consent) {}

    record ConsentTold(String kind, int version, @Nullable String expires) {

        PeerConsent peer(boolean given) {
            return new PeerConsent(version, given, expiry());
        }

        private @Nullable Instant expiry() {
            if (expires == null) {
                return null;
            }
            return expires.length() == "YYYY-MM-DD".length()
                    ? LocalDate.parse(expires)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : Instant.parse(expires);
        }

        boolean isPeerDisclosure() {
            return kind.equals("peer-disclosure");
        }
    }

    record ProfileTold(
            int version,
            @Nullable Set<String> pathways,
            @Nullable Set<String> languages,
            @Nullable Set<String> audiences,
            @Nullable String modality,
            @Nullable List<WindowText> availability,
            @Nullable Set<String> avoid,
            @Nullable Boolean groupAgreement) {

        Profile read() {
            return new Profile(
                    version,
                    orNone(pathways),
                    orNone(languages),
                    orNone(audiences),
                    modality == null ? Modality.EITHER : Modality.of(modality),
                    availability == null
                            ? List.of()
                            : availability.stream().map(WindowText::read).toList(),
                    orNone(avoid),
                    Boolean.TRUE.equals(groupAgreement));
        }

        private static Set<String> orNone(@Nullable Set<String> codes) {
            return codes == null ? Set.of() : Set.copyOf(codes);
        }
    }
}
