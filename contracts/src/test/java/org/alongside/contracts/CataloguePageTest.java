package org.alongside.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CataloguePageTest {

    private static final String REWRITE = "contracts.rewrite";

    @Test
    void the_page_is_current() throws IOException {
        var page = ModuleFiles.text("README.md");
        var current = CataloguePage.rewritten(page, Catalogue.read());
        if (Boolean.getBoolean(REWRITE)) {
            Files.writeString(ModuleFiles.path("README.md"), current);
            return;
        }

        assertThat(page)
                .as(
                        "contracts/README.md is stale; rewrite it with: mvn -f contracts/pom.xml test -Dtest=CataloguePageTest -D"
                                + REWRITE + "=true")
                .isEqualTo(current);
    }

    @Test
    void an_event_that_the_page_does_not_know_makes_it_stale() {
        var catalogue = Catalogue.read();
        var page = CataloguePage.rewritten(CataloguePage.MARK, catalogue);
        var fewer = new Catalogue(new TreeMap<>(catalogue.events()), catalogue.files());
        fewer.events().remove("intake/patient-admitted");

        assertThat(CataloguePage.rewritten(page, fewer)).isNotEqualTo(page).doesNotContain("patient-admitted");
    }

    @Test
    void what_was_written_by_hand_stays() {
        assertThat(CataloguePage.rewritten("# By hand\n" + CataloguePage.MARK + "old", Catalogue.read()))
                .startsWith("# By hand\n" + CataloguePage.MARK)
                .doesNotContain("old\n");
    }

    @Test
    void a_page_without_mark_is_not_overwritten() {
        assertThatThrownBy(() -> CataloguePage.rewritten("# By hand\n", Catalogue.read()))
                .hasMessageContaining("mark");
    }
}
