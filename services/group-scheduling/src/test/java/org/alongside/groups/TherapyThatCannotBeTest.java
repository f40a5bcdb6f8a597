package org.alongside.groups;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alongside.eventing.web.Refused;
import org.alongside.groups.timetable.WindowText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TherapyThatCannotBeTest {

    @ParameterizedTest
    @CsvSource({
        "monday, 1080,  '21:00', America/New_York",
        "monday, 18:00, '01:00', America/New_York",
        "mon,    18:00, '21:00', America/New_York",
        "monday, 18:00, '21:00', New York"
    })
    void is_no_setting(String day, String from, String to, String zone) {
        var block = List.of(new WindowText(List.of(day), from, to, zone));
        assertThatThrownBy(() -> new GroupsSettings.Track(block, List.of())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new GroupsSettings.Track(List.of(), block)).isInstanceOf(Refused.class);
    }
}
