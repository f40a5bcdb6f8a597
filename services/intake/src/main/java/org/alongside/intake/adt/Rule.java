package org.alongside.intake.adt;

import java.util.Arrays;

/** Why a message is not taken. Each has a name for staff, a code for the sender's table 0357, and a sentence without a value. */
enum Rule {
    NO_MESSAGE_HEADER("no-message-header", Verdict.AR, 100, "The message does not begin with an MSH segment."),
    UNUSABLE_SEPARATORS("unusable-separators", Verdict.AR, 102, "MSH-1 and MSH-2 must declare distinct separators."),
    MORE_THAN_ONE_MESSAGE("more-than-one-message", Verdict.AR, 100, "Several messages came as one."),
    TOO_LARGE("too-large", Verdict.AR, 207, "The message is larger than is taken."),
    UNKNOWN_SENDER("unknown-sender", Verdict.AR, 103, "No mapping is configured for this sender."),
    UNKNOWN_CHARACTER_SET("unknown-character-set", Verdict.AE, 103, "The character set is not known."),
    NOT_IN_CHARACTER_SET(
            "not-in-character-set", Verdict.AE, 102, "The message is not in the character set it declares."),
    UNSUPPORTED_MESSAGE("unsupported-message", Verdict.AR, 200, "Only ADT messages are taken."),
    UNSUPPORTED_TRIGGER("unsupported-trigger", Verdict.AR, 201, "This ADT trigger is not supported."),
    UNSUPPORTED_PROCESSING_ID(
            "unsupported-processing-id", Verdict.AR, 202, "Messages for this purpose are not taken from this sender."),
    REQUIRED("required", Verdict.AE, 101, "The field is required and has no value."),
    TOO_LONG("too-long", Verdict.AE, 102, "The value is longer than is taken."),
    UNREADABLE("unreadable", Verdict.AE, 102, "The segment cannot be read."),
    UNREADABLE_TIME("unreadable-time", Verdict.AE, 102, "It is not an HL7 time."),
    IMPOSSIBLE_TIME("impossible-time", Verdict.AE, 102, "There is no such date or time, or it is too far away."),
    LEFT_BEFORE_COMING("discharge-before-admission", Verdict.AE, 102, "Nobody is discharged before the admission."),
    UNKNOWN_CODE("unknown-code", Verdict.AE, 103, "The code is not in the centre's table."),
    RECORD_NUMBER_MISSING("record-number-missing", Verdict.AE, 101, "No identifier is the record number."),
    DOES_NOT_FIT("does-not-fit", Verdict.AE, 207, "It cannot be applied to what is known."),
    STORE_UNAVAILABLE("store-unavailable", Verdict.AE, 207, "It cannot be kept now; try again."),
    NOT_YET_APPLIED("not-yet-applied", Verdict.AE, 207, "It could not be applied now; try again.");

    private final String wireName;
    private final Verdict verdict;
    private final int hl7Code;
    private final String sentence;

    Rule(String wireName, Verdict verdict, int hl7Code, String sentence) {
        this.wireName = wireName;
        this.verdict = verdict;
        this.hl7Code = hl7Code;
        this.sentence = sentence;
    }

    String wireName() {
        return wireName;
    }

    Verdict verdict() {
        return verdict;
    }

    int hl7Code() {
        return hl7Code;
    }

    String sentence() {
        return sentence;
    }

    /** Repeating the same message later may succeed. */
    boolean passing() {
        return this == STORE_UNAVAILABLE || this == NOT_YET_APPLIED;
    }

    NotTaken at(FieldPath... fields) {
        return new NotTaken(this, fields);
    }

    NotTaken at(String... fields) {
        return at(Arrays.stream(fields).map(FieldPath::of).toArray(FieldPath[]::new));
    }
}
