package org.citycertification.notification.contact;

import java.time.Clock;
import org.citycertification.messaging.gate.Subscription;
import org.citycertification.schemas.intake.v1.ContactEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts contacts and subscribers together. */
@Configuration(proxyBeanMethods = false)
class ContactConfiguration {
    @Bean
    Subscription<ContactEvent> contactEvents(JdbcClient jdbc, Clock clock) {
        return new ContactListener(new Contacts(jdbc), clock).subscription();
    }

    @Bean
    Recipients recipients(JdbcClient jdbc) {
        return new Recipients(jdbc);
    }

    @Bean
    Subscribers subscribers(JdbcClient jdbc) {
        return new Subscribers(jdbc);
    }
}
