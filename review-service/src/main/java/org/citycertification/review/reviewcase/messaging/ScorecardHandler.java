package org.citycertification.review.reviewcase.messaging;

import org.citycertification.messaging.gate.EventHandler;
import org.citycertification.messaging.gate.UnknownKind;
import org.citycertification.review.reviewcase.ReceiveScorecard;
import org.citycertification.review.reviewcase.RecordUnscored;
import org.citycertification.review.reviewcase.domain.SubmissionId;
import org.citycertification.schemas.scoring.v1.NotScored;
import org.citycertification.schemas.scoring.v1.ScorecardEvent;
import org.citycertification.schemas.scoring.v1.SubmissionScored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands each kind of scoring's answer to its use case. */
final class ScorecardHandler implements EventHandler<ScorecardEvent> {

    private static final Logger log = LoggerFactory.getLogger(ScorecardHandler.class);

    private final ReceiveScorecard receiveScorecard;
    private final RecordUnscored recordUnscored;

    ScorecardHandler(ReceiveScorecard receiveScorecard, RecordUnscored recordUnscored) {
        this.receiveScorecard = receiveScorecard;
        this.recordUnscored = recordUnscored;
    }

    @Override
    public void apply(ScorecardEvent event) {
        SubmissionScored scored = event.getScored();
        NotScored notScored = event.getNotScored();
        if (scored != null) {
            receiveScorecard.receive(ScorecardMapper.toScorecard(event, scored));
        } else if (notScored != null) {
            recordUnscored.record(new SubmissionId(event.getSubmissionId()), event.getVersion(), notScored.getReason());
        } else {
            throw new UnknownKind("The scorecard event is of a kind that this build does not know");
        }
        log.info("Submission {} version {}: scorecard received", event.getSubmissionId(), event.getVersion());
    }
}
