package org.citycertification.intake.submission;

import java.time.Instant;
import org.citycertification.intake.city.domain.CityId;
import org.citycertification.intake.edition.domain.Edition;
import org.citycertification.intake.submission.domain.Assessment;
import org.citycertification.intake.submission.domain.SubmissionId;

/**
 * A checked assessment on its way in.
 *
 * @param id for the submission that it may become
 * @param city whose it is, by the sender's token
 * @param person opaque id of the sender
 */
public record SentAssessment(
        SubmissionId id, CityId city, String person, Assessment assessment, Edition edition, Instant at) {}
