package org.alongside.feeder.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.alongside.feeder.bench.FaultCampaign.Cut;
import org.alongside.standalone.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultCampaignTest {

    @TempDir
    Path data;

    @BeforeEach
    void standIn() {
        System.setProperty("alongside.standalone.class-path", System.getProperty("java.class.path"));
    }

    @AfterEach
    void asBefore() {
        System.clearProperty("alongside.standalone.class-path");
    }

    @Test
    void a_platform_that_cannot_start_is_no_kill() throws Exception {
        Files.writeString(data.resolve(Main.ENDS_WITH), "1");
        var campaign = new FaultCampaign(1, 1, data);
        assertThat(campaign.run()).isFalse();
        assertThat(campaign.done()).isEmpty();
    }

    @Test
    void a_cut_that_is_reached_while_starting_is_one() throws Exception {
        Files.writeString(data.resolve(Main.ENDS_WITH), "137");
        var campaign = new FaultCampaign(1, 1, data);
        assertThat(campaign.run()).isFalse(); // it dies at the end too, when it should not
        assertThat(campaign.done()).containsOnlyKeys(Cut.AFTER_WRITE);
    }
}
