package org.citycertification.messaging.restore;

import java.util.List;
import org.citycertification.messaging.KafkaClients;
import org.citycertification.messaging.MessagingProperties;
import org.citycertification.messaging.OutboxAutoConfiguration;
import org.citycertification.messaging.outbox.Outbox;
import org.citycertification.messaging.outbox.WrittenSchema;
import org.citycertification.schemas.wire.WireFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The comparison that a start with {@code --after-restore} begins with. */
@AutoConfiguration(after = OutboxAutoConfiguration.class)
public class RestoreAutoConfiguration {
    private static final Logger log = LoggerFactory.getLogger(RestoreAutoConfiguration.class);

    @Bean
    AfterRestore afterRestore(ObjectProvider<ApplicationArguments> arguments, MessagingProperties settings) {
        return AfterRestore.of(arguments.getIfAvailable(DefaultApplicationArguments::new), settings.afterRestore());
    }

    /** Once all beans are there, and before the first of them begins to work: relay, readers, timers and web server. */
    @Bean
    SmartInitializingSingleton comparisonAfterRestore(AfterRestore start, ObjectProvider<RestoreCheck> checks) {
        return () -> {
            RestoreCheck check = start.asked() ? checks.getIfAvailable() : null;
            if (check != null) {
                check.run();
            } else if (start.asked()) {
                log.info("After a restore: this service has no database to compare; its topics are its store");
            }
        };
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(JdbcTemplate.class)
    @ConditionalOnBean(Outbox.class)
    static class WithDatabase {
        @Bean
        RestoreCheck restoreCheck(
                ObjectProvider<WrittenSchema> written,
                WireFormat wire,
                KafkaClients clients,
                MessagingProperties settings,
                JdbcTemplate jdbc) {
            List<WrittenSchema> all = written.stream().toList();
            return new RestoreCheck(
                    all,
                    wire,
                    clients::consumerWithoutGroup,
                    clients.producers(settings.transactionalId()),
                    new GivenOutVersions(jdbc)::of);
        }
    }
}
