package org.citycertification.intake.submission.messaging;

import java.util.UUID;
import org.citycertification.intake.submission.SubmissionEvents;
import org.citycertification.intake.submission.domain.NewSubmission;
import org.citycertification.messaging.outbox.Outbox;
import org.citycertification.messaging.outbox.OutgoingEvent;
import org.citycertification.schemas.Topics;
import org.springframework.stereotype.Component;

/** Submissions on their way to {@link Topics#SUBMISSION}. */
@Component
class OutboxSubmissionEvents implements SubmissionEvents {
    private final Outbox outbox;

    OutboxSubmissionEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void received(NewSubmission submission) {
        UUID eventId = UUID.randomUUID();
        outbox.append(new OutgoingEvent(
                Topics.SUBMISSION,
                submission.id().toString(),
                NewSubmission.VERSION,
                eventId,
                "SubmissionReceived",
                submission.receivedAt(),
                SubmissionEventMapper.received(submission, eventId)));
    }
}
