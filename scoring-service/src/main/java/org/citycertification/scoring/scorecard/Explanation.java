package org.citycertification.scoring.scorecard;

import java.util.List;
import java.util.Optional;
import org.citycertification.scoring.edition.PublishedEdition;
import org.citycertification.scoring.edition.domain.AreaCode;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.EditionWording;
import org.citycertification.scoring.edition.domain.PracticeArea;
import org.citycertification.scoring.scorecard.domain.CriterionResult;
import org.citycertification.scoring.scorecard.domain.Scorecard;
import org.citycertification.scoring.scorecard.domain.Shortfall;

/**
 * A scorecard that tells why it is as it is, in one language.
 *
 * @param summary the score in a sentence or two
 * @param results one per criterion, in the order of the edition; their points add up to the score
 * @param outcomes one per outcome asked for besides the score; they count no point
 */
public record Explanation(
        PublishedEdition edition,
        EditionWording wording,
        Scorecard scorecard,
        String summary,
        List<Reason> results,
        List<Reason> outcomes) {

    /**
     * Why one criterion is met or not.
     *
     * @param area empty for an outcome of the gate
     * @param outcomeInWords the outcome in the explanation's language
     * @param points 1 if it is a criterion that is met, else 0
     * @param missing what is missing, a sentence for each shortfall, in their order
     */
    public record Reason(
            Optional<AreaCode> area, CriterionResult result, String outcomeInWords, int points, List<String> missing) {
        public Reason {
            missing = List.copyOf(missing);
        }

        /** The criterion or outcome that it is about. */
        public CriterionCode criterion() {
            return result.criterion();
        }

        /** Each shortfall, in the order of the sentences. */
        public List<Shortfall> shortfalls() {
            return result.shortfalls();
        }
    }

    public Explanation {
        results = List.copyOf(results);
        outcomes = List.copyOf(outcomes);
    }

    /** What the results add up to. */
    public int points() {
        return results.stream().mapToInt(Reason::points).sum();
    }

    /** The area with this code, if the edition has it. */
    public Optional<PracticeArea> area(AreaCode code) {
        return edition.edition().areas().stream()
                .filter(area -> area.code().equals(code))
                .findFirst();
    }
}
