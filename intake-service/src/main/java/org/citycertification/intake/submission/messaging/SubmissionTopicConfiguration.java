package org.citycertification.intake.submission.messaging;

import org.citycertification.messaging.gate.EventIdentity;
import org.citycertification.messaging.gate.Subscription;
import org.citycertification.messaging.outbox.WrittenSchema;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.citycertification.schemas.review.v1.CaseEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says what is written and read about submissions. */
@Configuration(proxyBeanMethods = false)
class SubmissionTopicConfiguration {
    @Bean
    WrittenSchema submissionSchema() {
        return new WrittenSchema(Topics.SUBMISSION, SubmissionEvent.getClassSchema());
    }

    @Bean
    Subscription<CaseEvent> caseSubscription(CaseListener listener) {
        return Subscription.gapless(
                Topics.CASE,
                CaseEvent.class,
                event -> new EventIdentity(event.getCaseId().toString(), event.getVersion(), event.getEventId()),
                listener::on);
    }
}
