package org.citycertification.review.reviewcase;

import org.citycertification.review.certification.domain.CityId;
import org.citycertification.review.reviewcase.domain.Reviewer;
import org.citycertification.review.reviewcase.domain.SubmissionId;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are asked for.
 *
 * @param viewer cases in which they have an interest are left out
 * @param state {@code null} for all
 * @param submission {@code null} for all
 * @param city {@code null} for all
 * @param after place in the list after which to begin, 0 for the beginning
 * @param limit most rows wanted
 */
public record CaseFilter(
        Reviewer viewer,
        @Nullable CaseState state,
        @Nullable SubmissionId submission,
        @Nullable CityId city,
        long after,
        int limit) {}
