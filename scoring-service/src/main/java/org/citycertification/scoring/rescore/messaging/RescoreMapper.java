package org.citycertification.scoring.rescore.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.citycertification.messaging.headers.CloudEventHeaders;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.scoring.v1.NotScored;
import org.citycertification.schemas.scoring.v1.RescoreEvent;
import org.citycertification.schemas.wire.WireFormat;
import org.citycertification.scoring.rescore.Selection;
import org.citycertification.scoring.run.RunFailure;
import org.citycertification.scoring.run.RunId;
import org.citycertification.scoring.run.messaging.PastSubmission.Version;
import org.citycertification.scoring.scorecard.ScoreSubmission;
import org.citycertification.scoring.scorecard.messaging.ScorecardMapper;

/** Makes the record that a run writes for a version; the same version gives the same bytes in each attempt. */
final class RescoreMapper {
    private final RunId run;
    private final Selection selection;
    private final ScoreSubmission scoreSubmission;
    private final WireFormat wire;

    RescoreMapper(RunId run, Selection selection, ScoreSubmission scoreSubmission, WireFormat wire) {
        this.run = run;
        this.selection = selection;
        this.scoreSubmission = scoreSubmission;
        this.wire = wire;
    }

    /**
     * A record to be written.
     *
     * @param scored whether it has a scorecard, and not a reason instead
     */
    record Result(ProducerRecord<byte[], byte[]> record, boolean scored) {}

    WireFormat wire() {
        return wire;
    }

    boolean isSelected(Version version) {
        return selection.includes(version.event().getSubmissionId(), version.edition());
    }

    Result toRecord(Version version) {
        RescoreEvent event = event(version);
        byte[] value = wire.encode(Topics.RESCORE, event);
        if (value.length > ScorecardMapper.LARGEST_VALUE) {
            event = notScored(version, "Its scorecard would have " + value.length + " bytes, which no topic takes");
            value = wire.encode(Topics.RESCORE, event);
        }
        String key = event.getSubmissionId().toString();
        boolean scored = event.getScored() != null;
        var headers = CloudEventHeaders.of(
                event.getEventId(),
                scored ? "SubmissionRescored" : "NotRescored",
                "/scoring",
                key,
                event.getOccurredAt());
        return new Result(new ProducerRecord<>(Topics.RESCORE, null, key.getBytes(UTF_8), value, headers), scored);
    }

    private RescoreEvent event(Version version) {
        try {
            return scoreSubmission
                    .score(version.edition(), version.assessment())
                    .fold(
                            (edition, scorecard) -> builder(
                                            version, edition.hash().hex())
                                    .setScored(ScorecardMapper.scored(
                                            version.event(), version.received(), edition, scorecard))
                                    .build(),
                            missing -> notScored(version, "Edition " + missing + " is not published"),
                            notYet -> {
                                throw new RunFailure("The published editions cannot be read to their end now;"
                                        + " start the run again, it continues");
                            });
        } catch (IllegalArgumentException e) {
            return notScored(version, "The contract is broken: " + e.getMessage());
        }
    }

    private RescoreEvent notScored(Version version, String reason) {
        return builder(version, "none").setNotScored(new NotScored(reason)).build();
    }

    private RescoreEvent.Builder builder(Version version, String edition) {
        var event = version.event();
        var name = "rescore:" + run + ":" + event.getSubmissionId() + ":" + event.getVersion() + ":" + edition;
        return RescoreEvent.newBuilder()
                .setEventId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)))
                .setOccurredAt(event.getOccurredAt())
                .setSubmissionId(event.getSubmissionId())
                .setVersion(event.getVersion())
                .setRunId(run.value());
    }
}
