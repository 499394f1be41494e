package org.citycertification.scoring.edition.messaging;

import org.citycertification.messaging.mirror.TopicMirror;
import org.citycertification.schemas.scoring.v1.EditionEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The published editions in memory, for the service and for commands. */
@Configuration(proxyBeanMethods = false)
public class EditionMirrorConfiguration {

    @Bean
    MirroredEditions editions() {
        return new MirroredEditions();
    }

    @Bean
    TopicMirror<EditionEvent> editionMirror(MirroredEditions editions) {
        return editions.mirror();
    }
}
