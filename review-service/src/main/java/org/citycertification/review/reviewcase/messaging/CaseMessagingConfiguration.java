package org.citycertification.review.reviewcase.messaging;

import org.citycertification.messaging.gate.EventIdentity;
import org.citycertification.messaging.gate.Subscription;
import org.citycertification.messaging.outbox.WrittenSchema;
import org.citycertification.review.reviewcase.ReceiveScorecard;
import org.citycertification.review.reviewcase.RecordUnscored;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.review.v1.CaseEvent;
import org.citycertification.schemas.scoring.v1.ScorecardEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the cases read and write. */
@Configuration(proxyBeanMethods = false)
class CaseMessagingConfiguration {

    @Bean
    Subscription<ScorecardEvent> scorecards(ReceiveScorecard receiveScorecard, RecordUnscored recordUnscored) {
        return Subscription.gapless(
                Topics.SCORECARD,
                ScorecardEvent.class,
                event -> new EventIdentity(event.getSubmissionId().toString(), event.getVersion(), event.getEventId()),
                new ScorecardHandler(receiveScorecard, recordUnscored));
    }

    @Bean
    WrittenSchema caseSchema() {
        return new WrittenSchema(Topics.CASE, CaseEvent.getClassSchema());
    }
}
