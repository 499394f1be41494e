package org.citycertification.messaging;

import java.util.UUID;
import org.citycertification.messaging.outbox.Outbox;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One instance of the service in this JVM. */
final class RunningService implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final String writes;

    RunningService(ConfigurableApplicationContext context, String writes) {
        this.context = context;
        this.writes = writes;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Changes the state of a key and stores the event that tells of it. */
    void change(UUID key) {
        inTransaction(() -> Things.change(bean(JdbcClient.class), bean(Outbox.class), writes, key));
    }

    void inTransaction(Runnable work) {
        new TransactionTemplate(bean(PlatformTransactionManager.class)).executeWithoutResult(status -> work.run());
    }

    /** What the component of that name says. */
    Health health(String name) {
        String own = name + "HealthIndicator";
        String bean = context.containsBean(own) ? own : name + "HealthContributor";
        return context.getBean(bean, HealthIndicator.class).health();
    }

    boolean isUp(String... names) {
        for (String name : names) {
            if (!Status.UP.equals(health(name).getStatus())) {
                return false;
            }
        }
        return true;
    }

    boolean isDown(String name) {
        return Status.DOWN.equals(health(name).getStatus());
    }

    @Override
    public void close() {
        context.close();
    }
}
