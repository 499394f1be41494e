package org.citycertification.intake.city.messaging;

import org.citycertification.messaging.outbox.WrittenSchema;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.intake.v1.ContactEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says what is written about contacts. */
@Configuration(proxyBeanMethods = false)
class ContactTopicConfiguration {
    @Bean
    WrittenSchema contactSchema() {
        return WrittenSchema.compacted(Topics.CONTACT, ContactEvent.getClassSchema(), "ticked");
    }
}
