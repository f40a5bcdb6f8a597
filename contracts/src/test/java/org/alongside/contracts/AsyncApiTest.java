package org.alongside.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AsyncApiTest {

    private static final Catalogue CATALOGUE = Catalogue.read();

    @Test
    void every_owner_has_a_document_and_every_document_an_owner() {
        assertThat(AsyncApi.read().keySet())
                .isEqualTo(CATALOGUE.all().stream().map(Event::owner).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("services")
    void the_document_says_what_the_folders_say(String service) {
        assertThat(changed(service, "", "")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void the_document_promises_order_delivery_and_retry(String service) {
        var document = ModuleFiles.yaml("asyncapi/" + service + ".yaml");

        assertThat(document.path("asyncapi").asString("")).isEqualTo("3.0.0");
        assertThat(document.path("x-promise").propertyNames()).contains("order", "delivery", "retry", "readers");
    }

    @ParameterizedTest
    @CsvSource({
        "address: alongside.groups, address: alongside.group",
        "seat-released/1.0.0, seat-released/1.1.0",
        "org.alongside.groups.seat-released, org.alongside.groups.SeatReleased",
        "urn:alongside:groups:seat-released:1.0.0, urn:alongside:groups:seat-released:1.0.1",
        "'    seat-released:\n', '    seat-set-free:\n'",
        "seat-released: {, seat-set-free: {",
        "description: groupId, description: roomId",
        "The person has a seat., The person has two seats."
    })
    void a_difference_is_seen(String said, String instead) {
        assertThat(changed("groups", said, instead)).isNotEmpty();
    }

    @Test
    void an_event_without_message_is_seen() {
        var fewer = new Catalogue(new TreeMap<>(CATALOGUE.events()), CATALOGUE.files());
        fewer.events().remove("groups/seat-released");

        assertThat(AsyncApi.read().get("groups").differences(fewer)).isNotEmpty();
    }

    private static List<String> changed(String service, String said, String instead) {
        var text = ModuleFiles.text("asyncapi/" + service + ".yaml");
        assertThat(text).contains(said);
        return new AsyncApi(service, ModuleFiles.yamlOf(text.replace(said, instead))).differences(CATALOGUE);
    }

    static List<String> services() {
        return List.of("continuum", "groups", "intake", "mentorship");
    }
}
