package org.alongside.continuum.journey;

import org.alongside.eventing.document.DocumentSpace;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The documents of tasks about parked lanes. */
@Configuration(proxyBeanMethods = false)
class LaneTaskConfiguration {

    static final Kind<LaneTask> KIND = new Kind<>(LaneTasks.COLLECTION, "lane-task", LaneTask.class, LaneTask::dueAt);

    @Bean
    Documents<LaneTask> laneTaskDocuments(DocumentSpace space) {
        return space.documents(KIND);
    }
}
