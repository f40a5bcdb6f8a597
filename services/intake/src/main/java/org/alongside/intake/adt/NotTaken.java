package org.alongside.intake.adt;

import java.util.Arrays;
import java.util.List;

/** A rule said no to a message. Names fields, never what is in them. */
final class NotTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Rule rule;
    private final transient List<FieldPath> fields;
    private final String name;

    NotTaken(Rule rule, FieldPath... fields) {
        this(rule, rule.wireName(), List.of(fields));
    }

    /** @param name the rule's name where a rule of the clinic, not of the message, refused */
    NotTaken(Rule rule, String name, List<FieldPath> fields) {
        super(name + " at " + Arrays.toString(fields.toArray()), null, false, false);
        this.rule = rule;
        this.name = name;
        this.fields = fields;
    }

    Rule rule() {
        return rule;
    }

    String name() {
        return name;
    }

    List<FieldPath> fields() {
        return fields;
    }
}
