package org.citycertification.review.reviewcase.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people decided on one criterion.
 *
 * @param met whether it counts
 * @param automatic whether the automatic result counted it
 * @param reason why people departed from it, {@code null} where they did not
 * @param missing what is missing, one English sentence each; empty if met
 */
public record DecidedCriterion(
        CriterionCode criterion,
        String area,
        String title,
        boolean met,
        boolean automatic,
        @Nullable String reason,
        List<String> missing) {

    public DecidedCriterion {
        missing = List.copyOf(missing);
    }
}
