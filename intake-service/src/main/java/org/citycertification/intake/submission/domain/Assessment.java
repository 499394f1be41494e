package org.citycertification.intake.submission.domain;

import java.util.Comparator;
import java.util.List;
import org.citycertification.intake.edition.domain.EditionId;

/**
 * What a city fills in against an edition. Two assessments that say the same are equal, in whatever order they say it.
 *
 * @param answers sorted by criterion; a criterion without an answer is unknown, not unmet
 */
public record Assessment(EditionId edition, List<Answer> answers) {
    public Assessment {
        answers =
                answers.stream().sorted(Comparator.comparing(Answer::criterion)).toList();
    }

    /** The one text that stands for this assessment; see {@link CanonicalAssessment}. */
    public String canonicalText() {
        return CanonicalAssessment.of(this);
    }
}
