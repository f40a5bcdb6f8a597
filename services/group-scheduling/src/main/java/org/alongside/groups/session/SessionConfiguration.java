package org.alongside.groups.session;

import org.alongside.eventing.document.Documents;
import org.alongside.groups.group.Group;
import org.alongside.groups.group.Holders;
import org.alongside.groups.group.SchedulingGroups;
import org.alongside.groups.participant.Attending;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    @Bean
    HoldingSessions holdingSessions(
            Documents<Group> groups, SchedulingGroups scheduling, Attending attending, Holders holders) {
        return new HoldingSessions(groups, scheduling, attending, holders);
    }

    @Bean
    TellingAttendance tellingAttendance(Documents<Group> groups, Attending attending) {
        return new TellingAttendance(groups, attending);
    }

    @Bean
    TellingCancellations tellingCancellations(Documents<Group> groups, Attending attending) {
        return new TellingCancellations(groups, attending);
    }
}
