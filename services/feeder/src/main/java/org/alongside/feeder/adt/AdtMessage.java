package org.alongside.feeder.adt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One message of a visit, as its sender is going to write it.
 *
 * @param number of the message within its visit; part of MSH-10
 * @param recorded EVN-2
 * @param sent MSH-7
 * @param service PV1-10: which service the visit is of, and by the centre's mapping programme and level of care
 * @param unit PV1-3: where, and by the centre's mapping the track
 * @param admitted PV1-44
 * @param discharged PV1-45
 * @param expectedDischarge PV2-9
 * @param disposition PV1-36
 */
public record AdtMessage(
        Ehr ehr,
        Registered person,
        String visitNumber,
        int number,
        String trigger,
        Instant recorded,
        Instant sent,
        String service,
        String unit,
        Instant admitted,
        @Nullable Instant discharged,
        @Nullable Instant expectedDischarge,
        @Nullable String disposition) {

    public String controlId() {
        return visitNumber + "-" + number;
    }

    /** ER7, in the sender's separators and with CR behind each segment. */
    public String text() {
        var segments = new ArrayList<String>();
        segments.add(msh());
        segments.add(segment("EVN", trigger, ehr.time(recorded)));
        segments.add(pid());
        segments.add(pv1());
        if (expectedDischarge != null) {
            segments.add("PV2" + String.valueOf(ehr.field()).repeat(9) + ehr.time(expectedDischarge));
        }
        if (ehr.equals(Ehr.RIVERSIDE)) {
            segments.add(segment("ZRV", "1", ehr.text("front desk"))); // nobody asked for it; real feeds have them
        }
        return String.join("\r", segments) + "\r";
    }

    public byte[] bytes() {
        return text().getBytes(ehr.charset());
    }

    private String msh() {
        return "MSH" + ehr.separators()
                + segment(
                        "",
                        ehr.application(),
                        ehr.facility(),
                        "ALONGSIDE",
                        "CENTRE",
                        ehr.time(sent),
                        "",
                        ehr.components("ADT", trigger, "ADT_A01"),
                        controlId(),
                        "P",
                        "2.5.1",
                        "",
                        "",
                        "",
                        "",
                        "",
                        ehr.declaredCharset());
    }

    private String pid() {
        return segment(
                "PID",
                "1",
                "",
                ehr.identifiers(person.recordNumber()),
                "",
                ehr.components(ehr.text(person.family()), ehr.text(person.given())),
                "",
                person.birthDate().toString().replace("-", ""),
                person.sex(),
                "",
                "",
                ehr.components(ehr.text(person.street()), "", ehr.text(person.town())),
                "",
                ehr.components(person.phone(), "PRN", "PH"));
    }

    private String pv1() {
        var fields = new String[50];
        Arrays.fill(fields, "");
        fields[0] = "1";
        fields[1] = "O";
        fields[2] = ehr.components(unit, "", "", ehr.facility());
        fields[9] = service;
        fields[ehr.equals(Ehr.RIVERSIDE) ? 49 : 18] = visitNumber;
        fields[35] = disposition == null ? "" : disposition;
        fields[43] = ehr.time(admitted);
        fields[44] = discharged == null ? "" : ehr.time(discharged);
        return segment("PV1", fields).replaceFirst(Pattern.quote("" + ehr.field()) + "+$", "");
    }

    private String segment(String name, String... fields) {
        return name + ehr.field() + String.join(String.valueOf(ehr.field()), fields);
    }
}
