package org.citycertification.scoring.scorecard.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.intake.v1.SubmissionReceived;
import org.citycertification.schemas.wire.WireFormat;
import org.citycertification.scoring.ScoringPlatform;
import org.citycertification.scoring.edition.EditionFixtures;
import org.citycertification.scoring.edition.domain.Edition;

/** Submissions that lie on the topic. */
public final class PastSubmissions {
    private static final int AT_ONCE = 2_000;

    private PastSubmissions() {}

    /** Sends so many: the first meets no criterion, the next one, and so on, then from the beginning. */
    public static List<UUID> send(int count) {
        Edition edition = EditionFixtures.shipped();
        List<SubmissionReceived> kinds = IntStream.rangeClosed(
                        0, edition.criteria().size())
                .mapToObj(met -> SubmissionEventFixtures.meeting(met, edition))
                .toList();
        WireFormat wire = ScoringPlatform.wire();
        List<UUID> all = new ArrayList<>();
        for (int from = 0; from < count; from += AT_ONCE) {
            List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + AT_ONCE); i++) {
                UUID submission = UUID.randomUUID();
                all.add(submission);
                records.add(record(submission, 1, kinds.get(i % kinds.size()), wire));
            }
            ScoringPlatform.send(records);
        }
        return all;
    }

    /** One more version of a submission, which meets so many criteria. */
    public static void sendAgain(UUID submission, long version, int met) {
        var received = SubmissionEventFixtures.meeting(met, EditionFixtures.shipped());
        ScoringPlatform.send(List.of(record(submission, version, received, ScoringPlatform.wire())));
    }

    private static ProducerRecord<byte[], byte[]> record(
            UUID submission, long version, SubmissionReceived received, WireFormat wire) {
        byte[] value = wire.encode(Topics.SUBMISSION, SubmissionEventFixtures.event(submission, version, received));
        return new ProducerRecord<>(Topics.SUBMISSION, submission.toString().getBytes(UTF_8), value);
    }
}
