package org.alongside.feeder.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** What intake staff do for one person. */
public sealed interface DeskWork {

    Instant due();

    Person person();

    /** What it is of this person; also the end of its key. */
    String what();

    /** The short profile is entered. */
    record Interview(Instant due, Person person, String what, Wishes wishes) implements DeskWork {}

    /** Staff let the search begin without the profile. */
    record Release(Instant due, Person person) implements DeskWork {
        @Override
        public String what() {
            return "release";
        }
    }

    /** A consent is signed. */
    record Signing(Instant due, Person person, Form form) implements DeskWork {
        @Override
        public String what() {
            return form.kind();
        }

        /** The whole form, with every element that the law wants. */
        public Map<String, Object> body() {
            var expiry = form.kind().equals("treatment-operations")
                    ? Map.entry("expiresEvent", (Object) "none")
                    : Map.entry(
                            "expires", (Object) due.plus(800, ChronoUnit.DAYS).toString());
            return Map.ofEntries(
                    Map.entry("kind", form.kind()),
                    Map.entry("scopes", form.scopes()),
                    Map.entry("purpose", form.purpose()),
                    Map.entry("discloser", "The sample centre"),
                    Map.entry("recipient", form.recipient()),
                    Map.entry(
                            "signedOn", LocalDate.ofInstant(due, ZoneOffset.UTC).toString()),
                    Map.entry("signedBy", "person"),
                    Map.entry("revocationExplained", true),
                    Map.entry("redisclosureExplained", true),
                    expiry);
        }
    }

    /** A consent is taken back. */
    record Revoking(Instant due, Person person, String kind) implements DeskWork {
        @Override
        public String what() {
            return "no-" + kind;
        }
    }

    /** One of the consents, apart from the day it is signed. */
    record Form(String kind, List<String> scopes, String purpose, String recipient) {

        static final Form TREATMENT = new Form(
                "treatment-operations",
                List.of("treatment", "payment", "operations"),
                "Treatment, payment and operations",
                "The centre's staff");
        static final Form PEERS = new Form(
                "peer-disclosure",
                List.of("first-name", "programme", "attendance"),
                "Support by peers",
                "Volunteer mentors and alumni of the centre");
        static final Form CONTACT = new Form(
                "contact-after-discharge",
                List.of("phone", "sms", "voicemail"),
                "Follow-up after treatment",
                "Alumni coordinators and peers");
        static final Form COURT =
                new Form("court-report", List.of("attendance"), "Report of attendance", "A court named by the person");
    }
}
