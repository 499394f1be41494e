package org.citycertification.scoring.scorecard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citycertification.scoring.edition.PublishedEdition;
import org.citycertification.scoring.edition.domain.AreaCode;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.EditionWording;
import org.citycertification.scoring.scorecard.Explanation.Reason;
import org.citycertification.scoring.scorecard.domain.CriterionResult;
import org.citycertification.scoring.scorecard.domain.GateResult;
import org.citycertification.scoring.scorecard.domain.Outcome;
import org.citycertification.scoring.scorecard.domain.Scorecard;

/** Puts a scorecard into words. Nothing but the arguments goes in. */
public final class ExplainScorecard {

    private final Phrases phrases;
    private final ShortfallWords words;
    private final Map<CriterionCode, AreaCode> areas = new HashMap<>();

    private ExplainScorecard(PublishedEdition edition, EditionWording wording) {
        this.phrases = Phrases.in(wording.language());
        this.words = new ShortfallWords(wording);
        edition.edition()
                .areas()
                .forEach(area -> area.criteria().forEach(criterion -> areas.put(criterion.code(), area.code())));
    }

    /** The scorecard explained in the language of the wording, which is that of the same edition. */
    public static Explanation explain(PublishedEdition edition, EditionWording wording, Scorecard scorecard) {
        var explaining = new ExplainScorecard(edition, wording);
        return new Explanation(
                edition,
                wording,
                scorecard,
                explaining.summary(scorecard),
                explaining.reasons(scorecard.results(), 1),
                explaining.reasons(scorecard.gate().map(GateResult::results).orElse(List.of()), 0));
    }

    private List<Reason> reasons(List<CriterionResult> results, int pointsIfMet) {
        return results.stream().map(result -> reason(result, pointsIfMet)).toList();
    }

    private Reason reason(CriterionResult result, int pointsIfMet) {
        return new Reason(
                Optional.ofNullable(areas.get(result.criterion())),
                result,
                phrases.say("outcome." + result.outcome()),
                result.outcome() == Outcome.MET ? pointsIfMet : 0,
                result.shortfalls().stream()
                        .map(shortfall -> shortfall.fold(words))
                        .toList());
    }

    private String summary(Scorecard scorecard) {
        var score = scorecard.score();
        var facts = Map.<String, Object>of(
                "met", score.met(),
                "outOf", score.outOf(),
                "notAnswered", score.notAnswered(),
                "attainable", score.attainable());
        var summary = phrases.say(score.notAnswered() == 0 ? "summary" : "summary.range", facts);
        return summary
                + scorecard
                        .gate()
                        .filter(gate -> !gate.isOpen())
                        .map(this::closed)
                        .orElse("");
    }

    private String closed(GateResult gate) {
        var facts = Map.<String, Object>of(
                "required", gate.required(),
                "outcomes", gate.results().size(),
                "met", gate.met());
        return " " + phrases.say("summary.gate-closed", facts);
    }
}
