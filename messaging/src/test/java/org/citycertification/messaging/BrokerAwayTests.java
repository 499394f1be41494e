package org.citycertification.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.citycertification.messaging.TwoInstances.AWAY;
import static org.citycertification.messaging.TwoInstances.PATIENCE;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The broker is away for 20 s. */
@Tag("full")
class BrokerAwayTests {
    @AutoClose
    private final TwoInstances two = new TwoInstances("broker_away");

    @Test
    void losesNothingAndKeepsTheOrderWhileTheBrokerIsAway() {
        RunningService first = two.first();
        try (Traffic traffic = two.traffic()) {
            two.awaitFlow(traffic);
            Outages.without(two.system().platform().kafka(), () -> {
                await().atMost(PATIENCE).until(() -> first.isDown("outbox") && first.isDown("broker"));
                Duration busy = processorTime();
                await().during(AWAY)
                        .atMost(PATIENCE)
                        .until(() -> first.isUp("schemaIds", "mirrors", "db", "consumers"));
                assertThat(processorTime().minus(busy))
                        .as("processor time of two services while the broker is away")
                        .isLessThan(AWAY);
                assertThat(first.isDown("broker")).isTrue();
                assertThat(first.isDown("outbox")).isTrue();
            });
            assertThat(traffic.refusals()).isZero();
            two.awaitFlow(traffic);
            traffic.close();
            two.assertNothingLost(traffic);
        }
    }

    private static Duration processorTime() {
        return Duration.ofNanos(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime());
    }
}
