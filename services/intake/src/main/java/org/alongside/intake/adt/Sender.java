package org.alongside.intake.adt;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.alongside.intake.visit.Dispositions;
import org.alongside.intake.visit.LevelOfCare;
import org.alongside.intake.visit.Placement;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How one EHR writes its ADT, and what its codes mean here.
 *
 * @param application MSH-3
 * @param facility MSH-4; without it every facility of the application
 * @param zone times without an offset are in it
 * @param characterSet of messages that leave MSH-18 empty
 * @param processingIds which MSH-11 are taken; the usual one leaves tests out, and an empty MSH-11 is always taken
 * @param recordNumber which identifier of PID-3 is the record number
 * @param visitNumber usually PV1-19 or PV1-50
 * @param ours which visits are of our programmes: all of these hold; none means every visit is
 * @param disposition from PV1-36 to our codes
 */
record Sender(
        String application,
        @Nullable String facility,
        ZoneId zone,
        @Nullable Charset characterSet,
        @DefaultValue("P") Set<String> processingIds,
        @DefaultValue RecordNumber recordNumber,
        @DefaultValue("PV1-19") FieldPath visitNumber,
        @DefaultValue List<Filter> ours,
        CodeTable programme,
        @Nullable CodeTable track,
        Level levelOfCare,
        CodeTable disposition) {

    Sender {
        Settings.need(application, "application");
        Settings.need(zone, "zone");
        Settings.need(programme, "programme");
        Settings.need(levelOfCare, "level-of-care");
        Settings.need(disposition, "disposition");
        need(disposition, Dispositions.ALL::contains, "No disposition is called ");
        need(levelOfCare.code(), levelOfCare::known, "No level of ASAM's " + levelOfCare.edition() + " is called ");
        need(programme, Placement.CODE, "No code of a programme: ");
        if (track != null) {
            need(track, Placement.CODE, "No code of a track: ");
        }
        if (characterSet != null && !CharacterSets.onAscii(characterSet)) {
            throw new IllegalArgumentException("character-set of a sender must contain ASCII as it is");
        }
    }

    private static void need(CodeTable table, Predicate<String> known, String otherwise) {
        Stream.concat(table.codes().values().stream(), Stream.ofNullable(table.otherwise()))
                .filter(known.negate())
                .findAny()
                .ifPresent(code -> {
                    throw new IllegalArgumentException(otherwise + code);
                });
    }

    boolean takes(@Nullable String processingId) {
        return processingId == null || processingIds.contains(processingId);
    }

    Charset usualCharacterSet() {
        return characterSet == null ? StandardCharsets.UTF_8 : characterSet;
    }

    boolean hasName(@Nullable String application, @Nullable String facility) {
        return this.application.equals(application) && (this.facility == null || this.facility.equals(facility));
    }

    /**
     * @param type CX-5, such as {@code MR}; any when empty
     * @param authority CX-4; any when empty
     */
    record RecordNumber(
            @DefaultValue("") String type, @DefaultValue("") String authority) {}

    /** One of these codes stands in that field. */
    record Filter(FieldPath field, List<String> codes) {
        Filter {
            Settings.need(field, "ours.field");
            Settings.need(codes, "ours.codes");
        }
    }

    /** @param edition of ASAM's criteria, whose codes the table names */
    record Level(
            @DefaultValue("3") String edition, @DefaultValue CodeTable code) {

        private boolean known(String level) {
            return new LevelOfCare(edition, level).known();
        }
    }
}
