package org.citycertification.intake.submission.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.UUID;
import org.citycertification.intake.city.domain.CityId;
import org.citycertification.intake.edition.domain.Edition;
import org.citycertification.intake.submission.ReceiveSubmission;
import org.citycertification.intake.submission.Reception;
import org.citycertification.intake.submission.SentAssessment;
import org.citycertification.intake.submission.domain.Assessment;
import org.citycertification.intake.submission.domain.SubmissionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives what arrives over HTTP its id and its time, and counts what becomes of it. */
@Component
class ReceiveAndCount {
    private static final Logger log = LoggerFactory.getLogger(ReceiveAndCount.class);

    private final ReceiveSubmission receiveSubmission;
    private final Clock clock;
    private final MeterRegistry meters;

    ReceiveAndCount(ReceiveSubmission receiveSubmission, Clock clock, MeterRegistry meters) {
        this.receiveSubmission = receiveSubmission;
        this.clock = clock;
        this.meters = meters;
    }

    Reception receive(CityId city, String person, Assessment assessment, Edition edition) {
        var sent = new SentAssessment(
                new SubmissionId(UUID.randomUUID()), city, person, assessment, edition, clock.instant());
        Reception reception = receiveSubmission.receive(sent);
        String outcome = reception.getClass().getSimpleName();
        meters.counter("certification.submission.reception", "outcome", outcome).increment();
        log.info("Assessment of {} for {}: {} as {}", city, edition.id(), outcome, sent.id());
        return reception;
    }
}
