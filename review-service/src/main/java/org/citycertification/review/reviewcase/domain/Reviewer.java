package org.citycertification.review.reviewcase.domain;

import org.citycertification.review.certification.domain.CityId;
import org.jspecify.annotations.Nullable;

/**
 * Someone who acts on cases.
 *
 * @param account the account or machine client they used, for the trail only: people are told apart by {@code person}
 * @param city the city they belong to, {@code null} if none
 */
public record Reviewer(
        PersonId person, String account, @Nullable CityId city) {}
