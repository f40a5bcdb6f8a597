package org.alongside.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Looks for values that identify a person, planted beforehand, where none may be: as they are, as an HL7 date ({@code
 * 1984-03-17} as {@code 19840317}), in base64 (at any alignment, both alphabets) and URL-encoded; letters in any case, except
 * in base64.
 *
 * <p>Values shorter than {@link #SHORTEST} characters are refused: they would be found by chance.
 */
public final class Canaries {

    public static final int SHORTEST = 6;

    private final List<Form> forms = new ArrayList<>();
    private final int longest;

    /** Where a value was found, in which form. */
    public record Sighting(String where, String value, String form) {}

    private record Form(String value, String name, byte[] bytes, boolean anyCase) {}

    public Canaries(Collection<String> values) {
        for (var value : new LinkedHashSet<>(values)) {
            if (value.length() < SHORTEST) {
                throw new IllegalArgumentException("A canary needs at least " + SHORTEST + " characters");
            }
            plain(value, value, "plain");
            if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
                plain(value, value.replace("-", ""), "HL7 date");
            }
            urlEncoded(value).forEach(text -> plain(value, text, "URL-encoded"));
            base64(value).forEach(text -> forms.add(new Form(value, "base64", text.getBytes(UTF_8), false)));
        }
        longest = forms.stream().mapToInt(form -> form.bytes.length).max().orElse(1);
    }

    private void plain(String value, String text, String name) {
        for (var cased :
                new LinkedHashSet<>(List.of(text, text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT)))) {
            forms.add(new Form(value, name, lower(cased.getBytes(UTF_8)), true));
            forms.add(new Form(value, name, lower(cased.getBytes(ISO_8859_1)), true));
        }
    }

    private static Set<String> urlEncoded(String value) {
        var form = URLEncoder.encode(value, UTF_8);
        var encoded = new LinkedHashSet<>(List.of(form, form.replace("+", "%20")));
        encoded.remove(value);
        return encoded;
    }

    /** The part of the encoding that depends on the value alone, at each of the three positions it may begin at. */
    private static Set<String> base64(String value) {
        var encoded = new LinkedHashSet<String>();
        var bytes = value.getBytes(UTF_8);
        for (int before = 0; before < 3; before++) {
            var shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            var text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int from = before == 0 ? 0 : before + 1;
            int to = shifted.length / 3 * 4;
            encoded.add(text.substring(from, to));
            encoded.add(text.substring(from, to).replace('+', '-').replace('/', '_'));
        }
        return encoded;
    }

    /** @param where how a sighting names what was searched */
    public List<Sighting> in(String where, byte[] bytes) {
        var lower = lower(bytes);
        return forms.stream()
                .filter(form -> contains(form.anyCase ? lower : bytes, bytes.length, form.bytes))
                .map(form -> new Sighting(where, form.value, form.name))
                .distinct()
                .toList();
    }

    public List<Sighting> in(String where, String text) {
        return in(where, text.getBytes(UTF_8));
    }

    /** Reads to the end, in pieces that overlap, and does not close it. */
    public List<Sighting> in(String where, InputStream stream) throws IOException {
        var sightings = new LinkedHashSet<Sighting>();
        var window = new byte[1 << 20];
        int kept = 0;
        for (int read = stream.read(window, kept, window.length - kept);
                read >= 0;
                read = stream.read(window, kept, window.length - kept)) {
            int filled = kept + read;
            sightings.addAll(in(where, Arrays.copyOf(window, filled)));
            kept = Math.min(filled, longest - 1);
            System.arraycopy(window, filled - kept, window, 0, kept);
        }
        return List.copyOf(sightings);
    }

    /** A file, or every file below a directory. */
    public List<Sighting> in(Path path) {
        try (var files = Files.walk(path)) {
            var sightings = new ArrayList<Sighting>();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                try (var stream = Files.newInputStream(file)) {
                    sightings.addAll(in(file.toString(), stream));
                }
            }
            return sightings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] lower(byte[] bytes) {
        return new String(bytes, ISO_8859_1).toLowerCase(Locale.ROOT).getBytes(ISO_8859_1);
    }

    private static boolean contains(byte[] bytes, int length, byte[] part) {
        for (int i = 0; i + part.length <= length; i++) {
            if (bytes[i] == part[0] && Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
