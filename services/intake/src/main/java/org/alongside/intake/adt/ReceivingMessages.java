package org.alongside.intake.adt;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import org.alongside.intake.adt.Answer.Outcome;
import org.alongside.intake.adt.OurProgrammes.Concern;
import org.alongside.intake.adt.ReceivedMessage.Head;
import org.alongside.intake.adt.ReceivedMessages.Place;
import org.alongside.intake.visit.Trigger;
import org.alongside.intake.visit.Visit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a message as it came: reads it, keeps it, applies it, and only then says so. */
final class ReceivingMessages {

    private static final Logger log = LoggerFactory.getLogger(ReceivingMessages.class);

    private final Settings settings;
    private final OurProgrammes ours;
    private final UnplacedMessages unplaced;
    private final ReceivedMessages messages;
    private final ApplyingMessages applying;
    private final Clock clock;

    ReceivingMessages(
            Settings settings,
            OurProgrammes ours,
            UnplacedMessages unplaced,
            ReceivedMessages messages,
            ApplyingMessages applying,
            Clock clock) {
        this.settings = settings;
        this.ours = ours;
        this.unplaced = unplaced;
        this.messages = messages;
        this.applying = applying;
        this.clock = clock;
    }

    /** Never fails: whatever is wrong is in the answer. Without an answer AA the message is the sender's to repeat. */
    Answer receive(byte[] bytes) {
        return new One(bytes).received();
    }

    /** A message of which only the beginning was read, because it is too large. */
    Answer tooLarge(byte[] beginning) {
        return new One(beginning).tooLarge();
    }

    /** One message, and what is known of it so far. */
    private final class One {

        private final byte[] bytes;
        private @Nullable Er7Message header;
        private @Nullable Charset charset;
        private String trigger = "other";
        private @Nullable MessageKeys keys;
        private String sender = "unknown";

        One(byte[] bytes) {
            this.bytes = bytes;
        }

        Answer received() {
            try {
                return taken();
            } catch (NotTaken why) {
                return notTaken(why);
            } catch (RuntimeException e) {
                return later(e);
            }
        }

        Answer tooLarge() {
            try {
                readHeader();
            } catch (NotTaken unreadable) {
                log.debug("The header of a message that is too large is not readable");
            }
            return notTaken(Rule.TOO_LARGE.at("MSH-1"));
        }

        private Answer taken() {
            var head = readHeader();
            var mapping = mapping(head);
            sender = Visit.sender(head.required(FieldPath.of("MSH-3")), head.value("MSH-4"));
            if (!mapping.takes(head.value("MSH-11"))) {
                throw Rule.UNSUPPORTED_PROCESSING_ID.at("MSH-11");
            }
            charset = CharacterSets.of(head.value("MSH-18"), mapping.usualCharacterSet());
            var message = Er7Message.of(CharacterSets.decode(withoutMark(), charset), charset);
            header = message;
            keys = MessageKeys.of(sender, message.required(FieldPath.of("MSH-10")), message.content());
            var reading = new ReadingVisits(message, mapping, clock.instant());
            var known = reading.trigger();
            trigger = known.map(Trigger::name).orElse("other");
            var concern = ours.concern(message, mapping, sender);
            if (concern == Concern.PERHAPS_OURS || concern == Concern.PERSON_ALONE) {
                concern = kept(message, mapping, reading.as(concern), known.orElseThrow(reading::unsupported));
            }
            if (concern == Concern.NOT_OURS || concern == Concern.PERHAPS_OURS) {
                return answer(concern == Concern.NOT_OURS ? Outcome.NOT_OURS : Outcome.UNPLACED);
            }
            var says = reading.as(concern).read(known.orElseThrow(reading::unsupported), keys);
            return switch (messages.keep(keys, head(), says)) {
                case Place.Done done -> answer(Outcome.REPEATED);
                case Place.Waiting waiting ->
                    answer(applying.apply(waiting.key(), waiting.says()).early() ? Outcome.EARLY : Outcome.APPLIED);
            };
        }

        /** Nobody is bothered with what cannot be read, unless the person is ours: then the visit may well be. */
        private Concern kept(Er7Message message, Sender mapping, ReadingVisits reading, Trigger what) {
            try {
                reading.read(what, Objects.requireNonNull(keys)); // of what is refused nothing is kept
                unplaced.keep(reading.as(Concern.PERHAPS_OURS).read(what, keys));
            } catch (NotTaken unreadable) {
                if (ours.knows(message, mapping, sender)) {
                    throw unreadable;
                }
                return Concern.NOT_OURS;
            }
            // once it is kept its admission may have come, and not have seen it
            return ours.concern(message, mapping, sender);
        }

        private Er7Message readHeader() {
            var text = new String(withoutMark(), StandardCharsets.ISO_8859_1).stripLeading();
            int end = text.indexOf('\r') < 0 ? text.indexOf('\n') : text.indexOf('\r');
            header = Er7Message.of(end < 0 ? text : text.substring(0, end), StandardCharsets.ISO_8859_1);
            return header;
        }

        private Sender mapping(Er7Message head) {
            var application = head.value("MSH-3");
            return settings.sender(application, head.value("MSH-4"))
                    .orElseThrow(() -> settings.knowsApplication(application)
                            ? Rule.UNKNOWN_SENDER.at("MSH-4")
                            : Rule.UNKNOWN_SENDER.at("MSH-3", "MSH-4"));
        }

        private Answer notTaken(NotTaken why) {
            if (!why.rule().passing()) {
                try {
                    keepRefusal(why);
                } catch (RuntimeException e) {
                    return later(e);
                }
            }
            log.info("A message was not taken: {}", why.getMessage());
            return refusal(why, why.rule().passing() ? Outcome.TRY_AGAIN : Outcome.REFUSED);
        }

        private void keepRefusal(NotTaken why) {
            var known =
                    keys == null ? MessageKeys.of(sender, "", new String(bytes, StandardCharsets.ISO_8859_1)) : keys;
            messages.refused(known, head(known), why);
        }

        private Answer later(RuntimeException e) {
            log.warn(
                    "A message could not be kept or applied now: {}",
                    e.getClass().getName());
            var rule = Infrastructure.failed(e) ? Rule.STORE_UNAVAILABLE : Rule.NOT_YET_APPLIED;
            return refusal(rule.at("MSH-10"), Outcome.TRY_AGAIN);
        }

        private Head head() {
            return head(Objects.requireNonNull(keys));
        }

        private Head head(MessageKeys known) {
            return new Head(
                    sender,
                    known.first().substring(0, 16),
                    trigger.equals("other") ? null : trigger,
                    known.exact(),
                    clock.instant());
        }

        private Answer answer(Outcome outcome) {
            return new Answer(new Acknowledgement(header, charset).accepting(clock.instant()), trigger, outcome, null);
        }

        private Answer refusal(NotTaken why, Outcome outcome) {
            return new Answer(
                    new Acknowledgement(header, charset).refusing(why, clock.instant()), trigger, outcome, why.rule());
        }

        /** Without the byte order mark that some write before UTF-8. */
        private byte[] withoutMark() {
            boolean marked =
                    bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
            return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
        }
    }
}
