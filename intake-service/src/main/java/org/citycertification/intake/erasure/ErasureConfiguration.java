package org.citycertification.intake.erasure;

import org.citycertification.messaging.outbox.Outbox;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts ticks and their timer together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ErasureProperties.class)
class ErasureConfiguration {
    @Bean
    TickContacts tickContacts(JdbcClient jdbc, Outbox outbox, ErasureProperties settings) {
        return new TickContacts(jdbc, outbox, settings.tickEvery());
    }

    @Bean
    TickTimer tickTimer(TickContacts ticks, ErasureProperties settings) {
        return new TickTimer(ticks, settings.lookEvery());
    }
}
