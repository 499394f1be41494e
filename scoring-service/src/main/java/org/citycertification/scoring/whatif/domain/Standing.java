package org.citycertification.scoring.whatif.domain;

import java.util.Optional;
import org.citycertification.scoring.edition.domain.CertificationLevel;
import org.citycertification.scoring.scorecard.domain.Scorecard;

/**
 * Where a submission stands under one edition.
 *
 * @param level empty below the lowest threshold
 */
public record Standing(int met, int outOf, Optional<CertificationLevel> level) {

    static Standing of(Scorecard scorecard) {
        return new Standing(scorecard.score().met(), scorecard.score().outOf(), scorecard.provisionalLevel());
    }

    /** Levels from none (0) to the highest. */
    int rank() {
        return level.map(CertificationLevel::rank).orElse(0);
    }
}
