package org.citycertification.notification.notice;

import java.time.Clock;
import org.citycertification.messaging.gate.Subscription;
import org.citycertification.messaging.headers.StoredTraces;
import org.citycertification.messaging.restore.AfterRestore;
import org.citycertification.notification.contact.Recipients;
import org.citycertification.schemas.review.v1.CaseEvent;
import org.citycertification.schemas.review.v1.CertificationEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the ledger together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeProperties.class)
class NoticeConfiguration {
    @Bean
    NoticeListeners noticeListeners(
            JdbcClient jdbc, Recipients recipients, StoredTraces traces, NoticeProperties settings, Clock clock) {
        var ledger = new Ledger(jdbc, recipients, traces, settings.messageIdDomain());
        return new NoticeListeners(ledger, recipients, clock);
    }

    @Bean
    Subscription<CaseEvent> caseEvents(NoticeListeners listeners) {
        return listeners.cases();
    }

    @Bean
    Subscription<CertificationEvent> certificationEvents(NoticeListeners listeners) {
        return listeners.certifications();
    }

    @Bean
    Claims claims(JdbcClient jdbc, PlatformTransactionManager transactions, Recipients recipients) {
        return new Claims(jdbc, new TransactionTemplate(transactions), recipients);
    }

    @Bean
    Verdicts verdicts(JdbcClient jdbc) {
        return new Verdicts(jdbc);
    }

    @Bean
    Settlement settlement(JdbcClient jdbc) {
        return new Settlement(jdbc);
    }

    @Bean
    LedgerCounts ledgerCounts(JdbcClient jdbc, Clock clock, NoticeProperties settings) {
        return new LedgerCounts(jdbc, clock, settings.contactPatience());
    }

    @Bean
    SenderPauses senderPauses(JdbcClient jdbc) {
        return new SenderPauses(jdbc);
    }

    @Bean
    PauseAfterRestore pauseAfterRestore(AfterRestore start, SenderPauses pauses, Clock clock) {
        return new PauseAfterRestore(start, pauses, clock);
    }

    @Bean
    NoticeArchive noticeArchive(JdbcClient jdbc) {
        return new NoticeArchive(jdbc);
    }
}
