package org.alongside.eventing.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import tools.jackson.databind.json.JsonMapper;

/** What the web server itself refuses is a refusal like any other, and repeats nothing of what was sent. */
class RefusingUrlsTest {

    private WebServer server;

    @BeforeEach
    void serve() {
        var factory = new TomcatServletWebServerFactory(0);
        factory.setAddress(InetAddress.getLoopbackAddress());
        new EventingWebAutoConfiguration().refusedByContainer().customize(factory);
        server = factory.getWebServer(new ServletContextInitializer[0]);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%E0%A4%A/Kanarienvogel", "/Kanarienvogel%00y", "/{Kanarienvogel}", "Kanarienvogel"})
    void a_url_that_cannot_be_read_is_refused_by_a_rule(String url) throws IOException {
        var answer = get(url);
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("Content-Type: application/problem+json")
                .doesNotContain("Kanarienvogel");
        var body = JsonMapper.shared().readTree(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
        assertThat(body.get("rule").asString()).isEqualTo("bad-request");
        assertThat(body.get("status").asInt()).isEqualTo(400);
        assertThat(body.get("type").asString()).isEqualTo("urn:alongside:rule:bad-request");
    }

    /** As it is, which no client of ours would send. */
    private String get(String url) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            var request = "GET " + url + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
