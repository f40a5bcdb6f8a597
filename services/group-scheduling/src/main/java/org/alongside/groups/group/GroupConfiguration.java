package org.alongside.groups.group;

import org.alongside.eventing.document.DocumentSpace;
import org.alongside.eventing.document.Documents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GroupConfiguration {

    @Bean
    Documents<Group> groups(DocumentSpace space) {
        return space.documents(Group.KIND);
    }

    @Bean
    SchedulingGroups schedulingGroups(Documents<Group> groups, Holders holders) {
        return new SchedulingGroups(groups, holders);
    }
}
