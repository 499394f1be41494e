package org.citycertification.scoring.edition.messaging;

import java.time.Clock;
import org.citycertification.messaging.KafkaClients;
import org.citycertification.messaging.outbox.WrittenSchema;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.scoring.v1.EditionEvent;
import org.citycertification.schemas.wire.WireFormat;
import org.citycertification.scoring.edition.EditionLogs;
import org.citycertification.scoring.edition.PublishEditions;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Writer of the edition topic. */
@Configuration(proxyBeanMethods = false)
class EditionMessagingConfiguration {

    /** The same for every instance of every release: opening it fences all others. */
    private static final String TRANSACTIONAL_ID = "scoring.edition";

    @Bean
    EditionLogs editionLogs(KafkaClients clients, WireFormat wire, Clock clock) {
        var producers = clients.producers(TRANSACTIONAL_ID);
        return () -> KafkaEditionLog.open(producers.get(), clients.consumerWithoutGroup(), wire, clock);
    }

    @Bean
    EditionPublishing editionPublishing(PublishEditions publishEditions, ApplicationContext context) {
        return new EditionPublishing(publishEditions, () -> exit(context));
    }

    private static void exit(ApplicationContext context) {
        new Thread(() -> System.exit(SpringApplication.exit(context, () -> 1)), "exit").start();
    }

    @Bean
    WrittenSchema editionSchema() {
        return new WrittenSchema(Topics.EDITION, EditionEvent.getClassSchema());
    }
}
