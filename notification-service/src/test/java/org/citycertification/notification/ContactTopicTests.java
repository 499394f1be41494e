package org.citycertification.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.citycertification.schemas.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** What becomes of the contact topic's records that are not a contact's newest state. */
@Tag("adapters")
class ContactTopicTests {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ENOUGH_FOR_EVERY_PARTITION = 64;
    private static NotificationSystem system;
    private static ConfigurableApplicationContext service;

    private final UUID contact = UUID.randomUUID();

    @BeforeAll
    static void start() {
        system = new NotificationSystem("contacts");
        service = NotificationApplication.application().run(system.arguments());
    }

    @AfterAll
    static void stop() {
        service.close();
        system.close();
    }

    @Test
    void takesNoNoticeOfTicks() {
        system.makeKnown(EventFixtures.contact(contact, 1, "Ana", "ana@montevideo.example", "es"));
        List<UUID> tickers = Stream.generate(UUID::randomUUID)
                .limit(ENOUGH_FOR_EVERY_PARTITION)
                .toList();
        tick(tickers, 1);
        List<Map<String, Object>> before = contacts();

        tick(tickers, 2);

        assertThat(contacts()).isEqualTo(before);
        assertThat(count("select count(*) from parked where topic = '" + Topics.CONTACT + "'"))
                .isZero();
        assertThat(count("select count(*) from outbox where topic like '" + Topics.CONTACT + "%'"))
                .as("dead letters")
                .isZero();
        system.makeKnown(EventFixtures.contact(contact, 2, "Ana María", "ana@montevideo.example", "es"));
    }

    @Test
    void forgetsWhatWaitsForAnUpgradeWhenItsContactIsErased() {
        system.publish(EventFixtures.contactEvent(contact, 1).build());
        awaitParked(1);

        system.forget(contact);

        awaitParked(0);
    }

    @Test
    void forgetsWhatWaitsForAnUpgradeWhenTheContactsNewerStateIsKnown() {
        system.publish(EventFixtures.contactEvent(contact, 1).build());
        awaitParked(1);

        system.makeKnown(EventFixtures.contact(contact, 2, "Ana", "ana@montevideo.example", "es"));

        awaitParked(0);
    }

    /** Returns when the running service is past the ticks, and so past what other tests have left before them. */
    private static void tick(List<UUID> tickers, long version) {
        tickers.forEach(ticker -> system.publish(EventFixtures.tick(ticker, version)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(passed(tickers, version)).isEqualTo(ENOUGH_FOR_EVERY_PARTITION));
    }

    private static List<Map<String, Object>> contacts() {
        return system.jdbc().sql("select * from contact order by id").query().listOfRows();
    }

    private static long passed(List<UUID> keys, long version) {
        return system.jdbc()
                .sql("select count(*) from gate where topic = :topic and version = :version and message_key in (:keys)")
                .param("topic", Topics.CONTACT)
                .param("version", version)
                .param("keys", keys.stream().map(UUID::toString).toList())
                .query(Long.class)
                .single();
    }

    private void awaitParked(long expected) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(count("select count(*) from parked where message_key = '" + contact + "'"))
                                .isEqualTo(expected));
    }

    private static long count(String sql) {
        return system.jdbc().sql(sql).query(Long.class).single();
    }
}
