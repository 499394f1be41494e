package org.citycertification.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.Random;
import org.citycertification.messaging.headers.StoredTraces;
import org.citycertification.notification.letter.LetterWriter;
import org.citycertification.notification.notice.Claims;
import org.citycertification.notification.notice.Settlement;
import org.citycertification.notification.notice.Verdicts;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the sender together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DeliveryProperties.class, MailProperties.class})
class DeliveryConfiguration {
    @Bean(destroyMethod = "")
    MailServer mailServer(MailProperties mail, DeliveryProperties settings, Clock clock) {
        return new SmtpServer(mail, settings, clock);
    }

    @Bean
    Breaker mailServerBreaker(DeliveryProperties settings, Clock clock) {
        var random = new Random();
        return new Breaker(new Backoff(settings.firstPause(), settings.longestPause()), clock, random::nextDouble);
    }

    @Bean
    Handover handover(
            Verdicts verdicts,
            StoredTraces traces,
            LetterWriter writer,
            MailServer server,
            Breaker breaker,
            DeliveryProperties settings,
            MeterRegistry meters,
            Clock clock) {
        var policy = new AttemptPolicy(settings, new Random()::nextDouble);
        var courier = new Courier(writer, server, breaker, policy, clock);
        return new Handover(courier, verdicts, traces, new DeliveryMeters(meters), clock);
    }

    @Bean
    SenderThread noticeSender(
            JdbcConnectionDetails database,
            Claims claims,
            Settlement settlement,
            MailServer server,
            Handover handover,
            Breaker breaker,
            DeliveryProperties settings,
            Clock clock) {
        return new SenderThread(
                () -> new SendingLoop(
                        new SenderLock(() -> DriverManager.getConnection(
                                database.getJdbcUrl(), database.getUsername(), database.getPassword())),
                        claims,
                        settlement,
                        new ServerWatch(server, breaker, clock),
                        handover,
                        settings,
                        clock),
                clock);
    }
}
