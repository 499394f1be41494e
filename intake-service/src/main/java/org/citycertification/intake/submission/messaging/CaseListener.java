package org.citycertification.intake.submission.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import org.citycertification.intake.submission.HearOfCase;
import org.citycertification.intake.submission.domain.CaseNews;
import org.citycertification.intake.submission.domain.Outcome;
import org.citycertification.intake.submission.domain.Outcome.NoEffect;
import org.citycertification.intake.submission.domain.Outcome.Reason;
import org.citycertification.schemas.review.v1.CaseEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hears what review lets cities know. News of an unknown submission fails, and so becomes a dead letter. */
@Component
class CaseListener {
    private static final Logger log = LoggerFactory.getLogger(CaseListener.class);

    private final HearOfCase hearOfCase;
    private final MeterRegistry meters;

    CaseListener(HearOfCase hearOfCase, MeterRegistry meters) {
        this.hearOfCase = hearOfCase;
        this.meters = meters;
    }

    void on(CaseEvent event) {
        CaseNews news = CaseEventMapper.news(event);
        Outcome outcome = hearOfCase.hear(news);
        meters.counter("certification.submission.case.news", "outcome", outcome.label())
                .increment();
        if (outcome instanceof NoEffect none && none.reason() == Reason.CONTRADICTS_DECISION) {
            log.error(
                    "Case {} released a decision on submission {} that differs from the one that stands; it changes nothing",
                    news.caseId(),
                    news.submission());
        } else {
            log.info("Submission {}: {}", news.submission(), outcome.label());
        }
    }
}
