package org.alongside.groups;

import org.alongside.eventing.document.DocumentSpace;
import org.alongside.eventing.lane.LaneSettings;
import org.alongside.eventing.lane.ParkedLaneListener;
import org.alongside.eventing.lane.TellingParkedLanes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tasks live in continuum-of-care: what waits for staff here is told, and becomes a task of a named person there. */
@Configuration(proxyBeanMethods = false)
class TellingStaff {

    @Bean
    ParkedLaneListener parkedLanesTold(DocumentSpace space, LaneSettings settings) {
        return new TellingParkedLanes(space, settings);
    }
}
