package org.alongside.audit.rule;

import static org.alongside.audit.finding.Count.INVALID;

import org.alongside.audit.finding.Book;
import org.alongside.audit.world.Fact;
import org.alongside.audit.world.World;

/** Invalid, by the envelope: the subject and the payload are about the lane they stand in, and the schema is the type's. */
final class EnvelopesFit implements Rule {

    @Override
    public void look(World world, Book book) {
        world.unreadable()
                .forEach(where -> book.fault(INVALID, "readable", where, "the envelope or the payload cannot be read"));
        for (var fact : world.facts()) {
            if (!fact.subject().endsWith("/" + fact.key())) {
                book.fault(INVALID, "subject", fact.key(), fact.where() + " has a subject of another lane");
            }
            var patient = fact.text("patientId");
            if (!patient.isEmpty() && !patient.equals(fact.key()) || patient.isEmpty() && aboutAPerson(fact)) {
                book.fault(INVALID, "patient", fact.key(), fact.where() + " names no or another person");
            }
            if (!fact.schema().startsWith("urn:alongside:" + fact.service() + ":" + fact.type() + ":")) {
                book.fault(INVALID, "dataschema", fact.key(), fact.where() + " names the schema of something else");
            }
        }
    }

    private static boolean aboutAPerson(Fact fact) {
        return fact.subject().matches("(patient|mentee|participant|journey)/.*");
    }
}
