package org.alongside.eventing.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.juli.logging.LogFactory;
import org.apache.tomcat.util.log.UserDataHelper;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;

/** The web server quotes what it cannot read, name and number and all, unless it is told not to. */
class QuotingNoRequestsTest {

    @Test
    void the_web_server_does_not_log_what_it_cannot_read() {
        new EventingDefaults().postProcessEnvironment(new StandardEnvironment(), new SpringApplication());

        var log = LogFactory.getLog("org.apache.coyote.http11.Http11Processor");
        assertThat(new UserDataHelper(log).getNextMode()).isNull();
    }
}
