package org.citycertification.intake.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.citycertification.intake.erasure.TickContacts;
import org.citycertification.schemas.Topic;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.intake.v1.ContactEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Erased people leave the broker's disk as well, and what it takes to bring the broker to that. */
@Tag("full")
class ErasureTests {
    private final RunningIntake intake = RunningIntake.shared();
    private final TickContacts ticks = intake.context.getBean(TickContacts.class);

    @Test
    void ticksEachPartitionOnceHoweverManyInstancesTry() throws Exception {
        long before = version();
        letAnHourPass();
        var pool = Executors.newFixedThreadPool(8);
        try {
            pool.invokeAll(Collections.<Callable<Boolean>>nCopies(8, ticks::tickIfDue));
        } finally {
            pool.shutdownNow();
        }

        assertThat(version()).isEqualTo(before + 1);
        List<ContactEvent> ticked = awaitTicks(before + 1);
        assertThat(ticked)
                .extracting(event -> event.getTicked().getPartition())
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
        assertThat(ticked).extracting(ContactEvent::getContactId).doesNotHaveDuplicates();
    }

    @Test
    void replacesEachTickByTheNextOneOfItsPartition() {
        letAnHourPass();
        ticks.tickIfDue();
        long first = version();
        letAnHourPass();
        ticks.tickIfDue();

        assertThat(awaitTicks(first + 1))
                .extracting(ContactEvent::getContactId)
                .containsExactlyInAnyOrderElementsOf(awaitTicks(first).stream()
                        .map(ContactEvent::getContactId)
                        .toList());
    }

    @Test
    void waitsForAnHourBetweenTicks() {
        letAnHourPass();
        ticks.tickIfDue();

        assertThat(ticks.tickIfDue()).isFalse();
    }

    @Test
    void leavesNothingOfAnErasedPersonOnTheBrokersDisk() throws Exception {
        String path = "/api/cities/us-ma-erased";
        UUID ana = UUID.randomUUID();
        String name = "Ana Muñoz " + UUID.randomUUID();
        var city = Bodies.city().with("contacts", List.of(Bodies.contact(ana, name)));
        try (var disk = new BrokerDisk(intake.platform.bootstrapServers())) {
            disk.compactWithinSeconds(Topics.CONTACT);
            intake.put(path, intake.coordinator(), city.toString());
            intake.kafka.await(Topics.CONTACT, ana.toString(), 1);
            assertThat(disk.filesWith(name))
                    .as("files that hold the name before it is erased")
                    .isNotEmpty();

            city.with("contacts", List.of());
            intake.put(path, intake.coordinator(), city.toString(), "If-Match", "\"1\"");

            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        letAnHourPass();
                        ticks.tickIfDue();
                        assertThat(disk.filesWith(name)).isEmpty();
                    });
        }
    }

    private void letAnHourPass() {
        intake.owner()
                .sql("update contact_tick set ticked_at = now() - interval '1 hour'")
                .update();
    }

    private long version() {
        return intake.owner()
                .sql("select version from contact_tick")
                .query(Long.class)
                .single();
    }

    private List<ContactEvent> awaitTicks(long version) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> ticks(version), ticked -> ticked.size() >= Topic.CONTACT.partitions());
    }

    private List<ContactEvent> ticks(long version) {
        return intake.kafka.all(Topics.CONTACT).stream()
                .filter(record -> record.value() != null)
                .map(this::decoded)
                .filter(read -> read.getValue().getTicked() != null)
                .filter(read -> read.getValue().getVersion() == version)
                .peek(read -> {
                    var record = read.getKey();
                    assertThat(read.getValue().getTicked().getPartition()).isEqualTo(record.partition());
                    assertThat(read.getValue().getContactId()).hasToString(new String(record.key(), UTF_8));
                })
                .map(Map.Entry::getValue)
                .toList();
    }

    private Map.Entry<ConsumerRecord<byte[], byte[]>, ContactEvent> decoded(ConsumerRecord<byte[], byte[]> record) {
        return Map.entry(record, intake.kafka.decode(record, ContactEvent.class));
    }
}
