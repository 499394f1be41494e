package org.citycertification.intake.submission;

import org.citycertification.intake.city.domain.CityId;
import org.citycertification.intake.submission.domain.SubmissionId;
import org.citycertification.intake.submission.domain.SubmissionState;

/** Where a submission stands. */
public record Standing(SubmissionId id, CityId city, SubmissionState state) {}
