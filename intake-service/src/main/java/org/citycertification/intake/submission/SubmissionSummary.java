package org.citycertification.intake.submission;

import org.citycertification.intake.city.domain.CityId;
import org.citycertification.intake.edition.domain.EditionId;
import org.citycertification.intake.submission.domain.SubmissionState;

/** One line of a list of submissions. */
public record SubmissionSummary(Place place, int version, CityId city, EditionId edition, SubmissionState state) {}
