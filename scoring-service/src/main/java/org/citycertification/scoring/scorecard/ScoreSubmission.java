package org.citycertification.scoring.scorecard;

import org.citycertification.scoring.edition.Editions;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.scorecard.domain.Assessment;
import org.citycertification.scoring.scorecard.domain.Scorecard;

/** Evaluates an assessment against the edition that it names. */
public class ScoreSubmission {

    private final Editions editions;

    public ScoreSubmission(Editions editions) {
        this.editions = editions;
    }

    /**
     * Scores, or says why not. An edition counts as missing only after everything published up to now was looked at.
     *
     * @throws IllegalArgumentException if the assessment answers a criterion that the edition does not have
     */
    public Scoring score(EditionId id, Assessment assessment) {
        var edition = editions.find(id);
        if (edition.isEmpty() && !(editions.areKnown() && editions.awaitAllPublished())) {
            return new Scoring.NotYet(id);
        }
        return edition.or(() -> editions.find(id))
                .<Scoring>map(found -> new Scoring.Scored(found, Scorecard.of(found.edition(), assessment)))
                .orElseGet(() -> new Scoring.NoSuchEdition(id));
    }
}
