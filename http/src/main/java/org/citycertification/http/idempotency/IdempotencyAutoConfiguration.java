package org.citycertification.http.idempotency;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Offers {@link Idempotency} where there is a database; its table comes from {@code classpath:db/http}. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({JdbcClient.class, PlatformTransactionManager.class})
@ConditionalOnBean({DataSource.class, PlatformTransactionManager.class})
@EnableConfigurationProperties(IdempotencyProperties.class)
public class IdempotencyAutoConfiguration {

    @Bean
    JdbcAnswers jdbcAnswers(JdbcClient jdbc) {
        return new JdbcAnswers(jdbc);
    }

    @Bean
    Idempotency idempotency(
            JdbcAnswers answers,
            PlatformTransactionManager transactions,
            JsonMapper json,
            IdempotencyProperties settings) {
        return new Idempotency(answers, new TransactionTemplate(transactions), json, settings);
    }

    @Bean
    PurgeOldAnswers purgeOldAnswers(JdbcAnswers answers, IdempotencyProperties settings) {
        return new PurgeOldAnswers(answers, settings);
    }
}
