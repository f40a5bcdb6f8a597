package org.alongside.eventing.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A body is taken at its word, and a refusal names rule and field but nothing that the caller wrote. */
class RefusingBodiesTest {

    private static final String CANARY = "Kanarienvogel 7";

    record Window(@Nullable String from) {}

    record Body(
            @Nullable String code,
            @Nullable Integer count,
            @Nullable Boolean agreed,
            @Nullable Instant at,
            @Nullable LocalDate on,
            @Nullable List<String> codes,
            @Nullable List<Window> windows,
            @Nullable Map<String, LocalDate> clearances) {}

    @RestController
    static class Taking {
        @PostMapping("/people/{name}")
        String take(@PathVariable String name, @RequestBody Body body) {
            return "taken";
        }
    }

    private final MockMvc http = MockMvcBuilders.standaloneSetup(new Taking())
            .setControllerAdvice(new ProblemAdvice(new SimpleMeterRegistry()))
            .setMessageConverters(new JacksonJsonHttpMessageConverter(mapper()))
            .build();

    private static JsonMapper mapper() {
        var builder = JsonMapper.builder();
        StrictBodies.configure(builder);
        return builder.addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
                .build();
    }

    private String answer(String body) throws Exception {
        return http.perform(MockMvcRequestBuilders.post("/people/" + CANARY)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private JsonNode refused(String body) throws Exception {
        var answer = answer(body);
        assertThat(answer).doesNotContain("Kanarienvogel").doesNotContain("instance");
        return JsonMapper.shared().readTree(answer);
    }

    @Test
    void what_is_of_the_right_type_is_taken() throws Exception {
        assertThat(answer("{\"code\":\"a\",\"count\":1,\"agreed\":true,\"at\":\"2026-03-01T12:00:00+01:00\","
                        + "\"on\":\"2026-03-01\",\"codes\":[\"a\"],\"clearances\":{\"training\":\"2026-03-01\"}}"))
                .contains("taken");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "wrong-type  | code             | {'code':4711}",
                "wrong-type  | code             | {'code':true}",
                "wrong-type  | code             | {'code':{'a':1}}",
                "wrong-type  | count            | {'count':'4711'}",
                "wrong-value | count            | {'count':99999999999}",
                "wrong-value | agreed           | {'agreed':1}",
                "wrong-type  | agreed           | {'agreed':'yes'}",
                "wrong-type  | at               | {'at':4711}",
                "wrong-value | at               | {'at':'4711'}",
                "wrong-value | at               | {'at':'2026-02-31T00:00:00Z'}",
                "wrong-type  | codes[1]         | {'codes':['a',['b']}",
                "wrong-type  | on               | {'on':[2026,3,1]}",
                "wrong-type  | on               | {'on':20000}",
                "wrong-value | on               | {'on':'Kanarienvogel'}",
                "wrong-type  | codes[1]         | {'codes':['a',['b']]}",
                "wrong-type  | windows[0].from  | {'windows':[{'from':[]}]}",
                "wrong-value | clearances[]     | {'clearances':{'Kanarienvogel':'never'}}",
                "unknown-field | version        | {'version':7}",
                "unknown-field | windows[0].role | {'windows':[{'role':7}]}",
                "unknown-field | ~~             | {'Kanarienvogel 7':7}",
                "unknown-field | windows[0]     | {'windows':[{'Kanarienvogel':7}]}"
            })
    void what_is_not_is_refused_by_rule_and_field(String rule, @Nullable String field, String body) throws Exception {
        var refused = refused(body.replace('\'', '"'));
        assertThat(refused.path("rule").asString("")).isEqualTo(rule);
        assertThat(refused.path("field").asString("")).startsWith(field == null ? "" : field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a date and time | {~at~:~soon~}",
                "a date          | {~on~:~soon~}",
                "a list          | {~codes~:~~}",
                "an object       | {~clearances~:~~}",
                "true or false   | {~agreed~:1}"
            })
    void what_is_wanted_is_said_in_words_of_json(String wanted, String body) throws Exception {
        assertThat(refused(body.replace('~', '"')).path("detail").asString()).contains("; " + wanted + " is wanted.");
    }

    @Test
    void an_unknown_field_is_told_what_is_known() throws Exception {
        assertThat(refused("{\"Kanarienvogel\":7}").path("detail").asString())
                .contains("agreed, at, clearances, code, codes, count, on, windows");
    }
}
