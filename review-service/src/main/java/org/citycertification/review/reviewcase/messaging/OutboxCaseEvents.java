package org.citycertification.review.reviewcase.messaging;

import java.time.Instant;
import java.util.UUID;
import org.citycertification.messaging.outbox.Outbox;
import org.citycertification.messaging.outbox.OutgoingEvent;
import org.citycertification.review.reviewcase.CaseEvents;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.DecidedCase;
import org.citycertification.review.reviewcase.domain.Scorecard;
import org.citycertification.review.reviewcase.domain.UnderReview;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.review.v1.CaseEvent;
import org.citycertification.schemas.review.v1.CaseOpened;
import org.springframework.stereotype.Component;

@Component
class OutboxCaseEvents implements CaseEvents {

    private final Outbox outbox;

    OutboxCaseEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void opened(UnderReview reviewCase, long version, Instant at) {
        Scorecard scorecard = reviewCase.file().scorecard();
        var opened = CaseOpened.newBuilder()
                .setSubmissionId(scorecard.submissionId().value())
                .setSubmissionVersion(scorecard.submissionVersion())
                .setCityId(scorecard.city().id().value())
                .setMet(scorecard.provisionalScore().met())
                .setOutOf(scorecard.provisionalScore().outOf())
                .setProvisionalLevel(DecisionMapper.toLevel(scorecard.provisionalLevel()))
                .build();
        CaseEvent event =
                envelope(reviewCase.file().id(), version, at).setOpened(opened).build();
        append(event, "CaseOpened");
    }

    @Override
    public void decisionReleased(DecidedCase reviewCase, long version) {
        CaseEvent event = envelope(
                        reviewCase.file().id(), version, reviewCase.decision().decidedAt())
                .setDecisionReleased(DecisionMapper.toReleased(reviewCase))
                .build();
        append(event, "DecisionReleased");
    }

    private static CaseEvent.Builder envelope(CaseId id, long version, Instant at) {
        return CaseEvent.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(at)
                .setCaseId(id.value())
                .setVersion(version);
    }

    private void append(CaseEvent event, String type) {
        outbox.append(new OutgoingEvent(
                Topics.CASE,
                event.getCaseId().toString(),
                event.getVersion(),
                event.getEventId(),
                type,
                event.getOccurredAt(),
                event));
    }
}
