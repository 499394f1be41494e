package org.citycertification.notification.letter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A released decision, for the city alone.
 *
 * @param level null if the city is not certified
 * @param standing null if the city is not certified
 * @param areas sums in the order of the edition
 * @param unmet criteria that do not count, in the order of the edition
 * @param embargoUntil when the public may know; null = at once
 */
public record DecisionFacts(
        UUID submissionId,
        String cityName,
        String editionId,
        int met,
        int outOf,
        @Nullable Level level,
        @Nullable Standing standing,
        List<Area> areas,
        List<UnmetCriterion> unmet,
        @Nullable Instant embargoUntil)
        implements Facts {

    public DecisionFacts {
        areas = List.copyOf(areas);
        unmet = List.copyOf(unmet);
    }

    /** The sum of one practice area; {@code name} is in English. */
    public record Area(String code, String name, int met, int outOf) {}

    /**
     * A criterion that does not count yet.
     *
     * @param area code of its practice area
     * @param missing one English sentence for each thing that is missing
     * @param reason why reviewers departed from the automatic result; null where they did not
     */
    public record UnmetCriterion(
            String code,
            String area,
            String title,
            List<String> missing,
            @Nullable String reason) {
        public UnmetCriterion {
            missing = List.copyOf(missing);
        }
    }
}
