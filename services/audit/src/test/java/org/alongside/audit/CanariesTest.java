package org.alongside.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.alongside.audit.Canaries.Sighting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanariesTest {

    private static final String NAME = "Quillfeather, Øda";
    private static final String BORN = "1984-03-17";

    private final Canaries canaries = new Canaries(List.of(NAME, BORN));

    @Test
    void nothing_is_found_where_nothing_is() {
        assertThat(canaries.in("log", "admitted 1984-03-18 to IOP, quill feather"))
                .isEmpty();
    }

    @Test
    void the_plain_value_is_found_in_any_case() {
        assertThat(canaries.in("log", "for quillfeather, øda:"))
                .extracting(Sighting::form)
                .containsExactly("plain");
    }

    @Test
    void an_hl7_date_is_found() {
        assertThat(canaries.in("log", "PID|1|||||19840317|F")).containsExactly(new Sighting("log", BORN, "HL7 date"));
    }

    @Test
    void a_url_encoded_value_is_found() {
        assertThat(canaries.in("log", "?q=" + URLEncoder.encode(NAME, UTF_8)))
                .extracting(Sighting::form)
                .contains("URL-encoded");
        assertThat(canaries.in("log", "/Quillfeather%2C%20%C3%98da"))
                .extracting(Sighting::form)
                .contains("URL-encoded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "abcd"})
    void base64_is_found_wherever_the_value_begins(String before) {
        var encoded = Base64.getEncoder().encodeToString((before + NAME + " and more").getBytes(UTF_8));
        assertThat(canaries.in("header", encoded)).extracting(Sighting::form).containsExactly("base64");
        var forUrls = Base64.getUrlEncoder().encodeToString((before + NAME + " and more").getBytes(UTF_8));
        assertThat(canaries.in("header", forUrls)).extracting(Sighting::form).containsExactly("base64");
    }

    @Test
    void a_value_across_two_pieces_of_a_stream_is_found() throws IOException {
        for (int before : List.of((1 << 20) - 5, (1 << 20) - 1, 1 << 20)) {
            var stream = new ByteArrayInputStream(("x".repeat(before) + NAME + "y".repeat(99)).getBytes(UTF_8));
            assertThat(canaries.in("stream", stream)).hasSize(1);
        }
    }

    @Test
    void one_planted_in_a_file_below_a_directory_is_found(@TempDir Path directory) throws IOException {
        Files.writeString(Files.createDirectories(directory.resolve("logs")).resolve("clean.log"), "nothing");
        assertThat(canaries.in(directory)).isEmpty();
        Files.writeString(directory.resolve("logs/dirty.log"), "born " + BORN);
        assertThat(canaries.in(directory))
                .singleElement()
                .satisfies(sighting -> assertThat(sighting.where()).endsWith("dirty.log"));
    }

    @Test
    void a_value_too_short_to_mean_anything_is_refused() {
        assertThatThrownBy(() -> new Canaries(List.of("F"))).isInstanceOf(IllegalArgumentException.class);
    }
}
