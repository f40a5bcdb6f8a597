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
import org.alongside.intake.IntakeSettings;
import org.alongside.intake.patient.Patients;
import org.alongside.intake.visit.Applied;
import org.alongside.intake.visit.HearingVisits;
import org.alongside.intake.visit.Identity;
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

    private static final PatientIds IDS = new PatientIds("key");

    final MovableClock clock = new MovableClock("2026-05-01T12:00:00Z");
    final TestSpace space;
    final List<VisitMessage> applied = Collections.synchronizedList(new ArrayList<>());
    final Patients patients;
    final ReceivedMessages messages;
    final UnplacedMessages unplaced;
    final ApplyingMessages applying;
    final ReceivingMessages receiving;
    Function<VisitMessage, Applied> visits = this::remembering;

    Feed() {
        this(new FakeDocumentStore());
    }

    Feed(DocumentStore store) {
        space = new TestSpace(store, clock);
        patients = Patients.in(space.space(), IntakeSettings.DEFAULTS);
        messages = new ReceivedMessages(space.space(), clock);
        unplaced = new UnplacedMessages(space.space(), IDS, IntakeSettings.DEFAULTS.gap(), clock);
        applying = new ApplyingMessages(messages, unplaced, message -> visits.apply(message));
        var ours = new OurProgrammes(new AdtConfiguration.KnownHere(patients, IDS));
        receiving = new ReceivingMessages(senders(), ours, unplaced, messages, applying, clock);
    }

    /** What is applied goes into people's documents, as in a running centre. */
    Feed intoDocuments() {
        visits = new HearingVisits(patients, IDS)::apply;
        return this;
    }

    /** The person of the samples has a document. */
    void knowsSomebody() {
        new HearingVisits(patients, IDS).apply(taken(sample("a04")));
    }

    /** The person of the samples. */
    String somebody() {
        return IDS.of(new Identity("NORTH", "4711"));
    }

    /** What was told of them. */
    List<String> told() {
        return space.told(Patients.COLLECTION, somebody()).stream()
                .map(TestSpace.Event::type)
                .toList();
    }

    private Applied remembering(VisitMessage message) {
        applied.add(message);
        return new Applied(IDS.of(message.identity()), null, false, List.of());
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

    /** What time brings, as the service does it now and then. */
    void looksAtWhatIsDue() {
        for (var id : space.space().due(ReceivedMessages.COLLECTION, clock.instant(), 10_000)) {
            try {
                applying.due(id);
            } catch (RuntimeException later) {
                continue;
            }
        }
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
