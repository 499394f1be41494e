package org.citycertification.intake.edition.messaging;

import org.citycertification.messaging.mirror.TopicMirror;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.scoring.v1.EditionEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows the topic of editions. */
@Configuration(proxyBeanMethods = false)
class EditionConfiguration {
    private final EditionShelf shelf = new EditionShelf();

    @Bean
    TopicMirror<EditionEvent> editionMirror() {
        return TopicMirror.of(Topics.EDITION, EditionEvent.class, shelf::put);
    }

    @Bean
    MirroredEditions mirroredEditions(TopicMirror<EditionEvent> editionMirror) {
        return new MirroredEditions(shelf, editionMirror::awaitCurrentEnd);
    }
}
