package org.citycertification.review.reviewcase.domain;

import java.util.Comparator;
import java.util.List;
import org.citycertification.review.certification.domain.CertificationLevel;
import org.jspecify.annotations.Nullable;

/** All thresholds of an edition, lowest first. */
public record Thresholds(List<Threshold> all) {

    public Thresholds {
        all = all.stream().sorted(Comparator.comparing(Threshold::level)).toList();
    }

    /** The highest level that the score reaches; {@code null} below the first threshold. */
    public @Nullable CertificationLevel levelOf(Score score) {
        return all.stream()
                .filter(threshold -> score.reaches(threshold.percent()))
                .map(Threshold::level)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
