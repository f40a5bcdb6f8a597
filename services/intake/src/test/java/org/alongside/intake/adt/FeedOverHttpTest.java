package org.alongside.intake.adt;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.mongodb.MongoTimeoutException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.unit.DataSize;

class FeedOverHttpTest {

    private final Feed feed = new Feed();
    private final MllpSettings settings =
            new MllpSettings(0, "127.0.0.1", 1, Duration.ofMinutes(1), Duration.ofMinutes(1), DataSize.ofKilobytes(8));
    private final MockMvc http = MockMvcBuilders.standaloneSetup(
                    new AdtController(feed.receiving, new AdtMetrics(new SimpleMeterRegistry()), settings),
                    new MessagesController(feed.messages))
            .build();

    private ResultActions send(String message) throws Exception {
        return http.perform(post("/adt")
                .contentType(MediaType.parseMediaType("application/hl7-v2"))
                .content(message.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_message_is_answered_with_its_acknowledgement() throws Exception {
        send(Feed.sample("a04"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("application/hl7-v2"))
                .andExpect(content().string(containsString("MSA|AA|MSG-a04")));
    }

    @Test
    void the_other_name_of_the_content_type_will_do() throws Exception {
        http.perform(post("/adt")
                        .contentType(MediaType.parseMediaType("x-application/hl7-v2+er7"))
                        .content(Feed.sample("a04").getBytes(StandardCharsets.UTF_8)))
                .andExpect(status().isOk());
    }

    @Test
    void what_is_not_taken_is_unprocessable() throws Exception {
        send(Feed.sample("a04").replace("|19850214|", "|19850231|"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("MSA|AE|MSG-a04|PID-7")));
        send("{}").andExpect(status().is(422));
        send(" ").andExpect(status().is(422));
    }

    @Test
    void what_is_too_large_is_413() throws Exception {
        send(Feed.sample("a04") + "NTE|1||" + "x".repeat(9000))
                .andExpect(status().is(413))
                .andExpect(content().string(containsString("MSA|AR|MSG-a04")));
    }

    @Test
    void a_store_that_is_away_is_503() throws Exception {
        feed.visits = message -> {
            throw new MongoTimeoutException("away");
        };
        send(Feed.sample("a04"))
                .andExpect(status().is(503))
                .andExpect(content().string(containsString("store-unavailable")));
    }

    @Test
    void staff_see_what_was_refused_and_why_and_nothing_of_its_content() throws Exception {
        send(Feed.sample("a04").replace("|19850214|", "|19850231|"));
        send(Feed.sample("a16"));

        http.perform(get("/messages?state=refused"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.messages", hasSize(1)))
                .andExpect(jsonPath("$.messages[0].rule").value("impossible-time"))
                .andExpect(jsonPath("$.messages[0].fields[0]").value("PID-7"))
                .andExpect(jsonPath("$.messages[0].sender").value("EPIC|NORTH"))
                .andExpect(jsonPath("$.messages[0].trigger").value("A04"))
                .andExpect(content().string(not(containsString("Quenneville"))))
                .andExpect(content().string(not(containsString("MSG-a04"))));
        http.perform(get("/messages?state=applied"))
                .andExpect(jsonPath("$.messages[0].trigger").value("A16"));
    }

    @Test
    void the_list_pages() throws Exception {
        for (int n = 0; n < 5; n++) {
            send(Feed.sample("a16").replace("MSG-a16", "M" + n));
        }
        http.perform(get("/messages?state=applied&limit=5"))
                .andExpect(jsonPath("$.messages", hasSize(5)))
                .andExpect(jsonPath("$.next").doesNotExist());
        http.perform(get("/messages?state=applied&limit=2"))
                .andExpect(jsonPath("$.messages", hasSize(2)))
                .andExpect(jsonPath("$.next").exists());
    }
}
