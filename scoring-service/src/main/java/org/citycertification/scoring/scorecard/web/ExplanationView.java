package org.citycertification.scoring.scorecard.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.citycertification.scoring.edition.domain.ChecklistItemId;
import org.citycertification.scoring.scorecard.Explanation;
import org.citycertification.scoring.scorecard.Explanation.Reason;
import org.citycertification.scoring.scorecard.domain.Evidence;
import org.citycertification.scoring.scorecard.domain.GateResult;
import org.citycertification.scoring.scorecard.domain.Scorecard;
import org.jspecify.annotations.Nullable;

/** An explanation as JSON. The score lies between met and attainable; the points of the results add up to met. */
record ExplanationView(
        String editionId,
        String editionHash,
        String language,
        @Nullable LocalDate asOf,
        String summary,
        int met,
        int attainable,
        int notAnswered,
        int outOf,
        @Nullable String provisionalLevel,
        @Nullable String attainableLevel,
        @Nullable GateView outcomeGate,
        List<ResultView> results) {

    record GateView(int required, int met, boolean open, List<ResultView> outcomes) {}

    record ResultView(
            String criterion,
            @Nullable String area,
            String title,
            String outcome,
            String outcomeInWords,
            int points,
            String rule,
            @Nullable Boolean claimed,
            List<String> ticked,
            List<EvidenceView> evidence,
            List<MissingView> missing) {}

    record EvidenceView(String kind, String link, @Nullable LocalDate date, String hash) {
        static EvidenceView of(Evidence piece) {
            return new EvidenceView(piece.kind().code(), piece.link(), piece.date(), piece.hash());
        }
    }

    record MissingView(String rule, String text) {}

    static ExplanationView of(Explanation explanation) {
        var scorecard = explanation.scorecard();
        var score = scorecard.score();
        return new ExplanationView(
                scorecard.edition().value(),
                explanation.edition().hash().hex(),
                explanation.wording().language().code(),
                scorecard.asOf(),
                explanation.summary(),
                score.met(),
                score.attainable(),
                score.notAnswered(),
                score.outOf(),
                scorecard.provisionalLevel().map(Enum::name).orElse(null),
                scorecard.attainableLevel().map(Enum::name).orElse(null),
                gate(scorecard, explanation),
                results(explanation.results(), explanation));
    }

    private static @Nullable GateView gate(Scorecard scorecard, Explanation explanation) {
        return scorecard
                .gate()
                .map(gate -> gate(gate, results(explanation.outcomes(), explanation)))
                .orElse(null);
    }

    private static GateView gate(GateResult gate, List<ResultView> outcomes) {
        return new GateView(gate.required(), gate.met(), gate.isOpen(), outcomes);
    }

    private static List<ResultView> results(List<Reason> reasons, Explanation explanation) {
        return reasons.stream().map(reason -> result(reason, explanation)).toList();
    }

    private static ResultView result(Reason reason, Explanation explanation) {
        var result = reason.result();
        var inputs = result.inputs();
        var missing = new ArrayList<MissingView>();
        for (int i = 0; i < reason.missing().size(); i++) {
            missing.add(new MissingView(
                    reason.shortfalls().get(i).rule().value(), reason.missing().get(i)));
        }
        return new ResultView(
                result.criterion().value(),
                reason.area().map(area -> area.value()).orElse(null),
                explanation.wording().title(result.criterion()),
                result.outcome().name(),
                reason.outcomeInWords(),
                reason.points(),
                result.rule().value(),
                inputs.answered() ? inputs.claimed() : null,
                inputs.ticked().stream().map(ChecklistItemId::value).toList(),
                inputs.evidence().stream().map(EvidenceView::of).toList(),
                missing);
    }
}
