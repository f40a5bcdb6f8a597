package org.alongside.intake.adt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.alongside.eventing.document.DocumentStore;
import org.alongside.eventing.testing.FakeDocumentStore;
import org.alongside.eventing.testing.MovableClock;
import org.alongside.eventing.testing.TestSpace;
import org.alongside.intake.visit.Applied;
import org.alongside.intake.visit.PatientIds;
import org.alongside.intake.visit.VisitMessage;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** A centre with the senders of {@code adt/senders.yml}, in memory, and what was applied to it. */
final class Feed {

    final MovableClock clock = new MovableClock("2026-05-01T12:00:00Z");
    final TestSpace space;
    final List<VisitMessage> applied = Collections.synchronizedList(new ArrayList<>());
    final ReceivedMessages messages;
    final ApplyingMessages applying;
    final ReceivingMessages receiving;
    Function<VisitMessage, Applied> visits = this::remembering;

    Feed() {
        this(new FakeDocumentStore());
    }

    Feed(DocumentStore store) {
        space = new TestSpace(store, clock);
        messages = new ReceivedMessages(space.documents(ReceivedMessages.KIND));
        applying = new ApplyingMessages(messages, message -> visits.apply(message));
        var ids = new PatientIds("key");
        var ours = new OurProgrammes(who -> space.store().find("patients", ids.of(who)) != null);
        receiving = new ReceivingMessages(senders(), ours, messages, applying, clock);
    }

    private Applied remembering(VisitMessage message) {
        applied.add(message);
        return new Applied(new PatientIds("key").of(message.identity()), null, false, List.of());
    }

    Answered send(String message) {
        return send(message.getBytes(StandardCharsets.UTF_8));
    }

    Answered send(byte[] message) {
        var answer = receiving.receive(message);
        return new Answered(answer, new String(answer.message(), StandardCharsets.UTF_8));
    }

    /** Sends it and gives what was applied. */
    VisitMessage taken(String message) {
        var answered = send(message);
        if (answered.answer().why() != null) {
            throw new AssertionError(answered.text());
        }
        return applied.getLast();
    }

    List<ReceivedMessage> kept(ReceivedMessage.State state) {
        return messages.page(state, "", 10_000).stream().map(k -> k.state()).toList();
    }

    record Answered(Answer answer, String text) {

        String verdict() {
            return field("MSA", 1);
        }

        String field(String segment, int field) {
            return text.lines()
                    .flatMap(l -> List.of(l.split("\r")).stream())
                    .filter(s -> s.startsWith(segment))
                    .map(s -> s.split("[|]", -1))
                    .map(fields -> fields.length > field ? fields[field] : "")
                    .findFirst()
                    .orElse("");
        }

        String location() {
            return field("ERR", 2);
        }

        String rule() {
            return field("ERR", 5);
        }
    }

    static String sample(String name) {
        try {
            return new ClassPathResource("adt/" + name + ".hl7").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Settings senders() {
        try {
            var environment = new StandardEnvironment();
            new YamlPropertySourceLoader()
                    .load("senders", new ClassPathResource("adt/senders.yml"))
                    .forEach(environment.getPropertySources()::addFirst);
            return new Binder(
                            ConfigurationPropertySources.get(environment),
                            null,
                            ApplicationConversionService.getSharedInstance())
                    .bind("alongside.intake", Settings.class)
                    .get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
