package org.citycertification.scoring.edition.web;

import java.time.LocalDate;
import java.util.List;
import org.citycertification.scoring.edition.ReadEditions.ReadableEdition;
import org.citycertification.scoring.edition.domain.Criterion;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.EditionWording;
import org.citycertification.scoring.edition.domain.OutcomeGate;
import org.citycertification.scoring.edition.domain.PracticeArea;
import org.citycertification.scoring.edition.domain.Threshold;
import org.jspecify.annotations.Nullable;

/** A whole edition as JSON, in one language. */
record EditionView(
        String id,
        String language,
        String name,
        boolean illustrative,
        String note,
        String contentHash,
        List<ThresholdView> thresholds,
        String rounding,
        @Nullable GateView outcomeGate,
        EligibilityView eligibility,
        @Nullable Integer validityMonths,
        @Nullable LocalDate validFrom,
        @Nullable String recognition,
        @Nullable RetirementView retired,
        List<AreaView> areas) {

    record ThresholdView(String level, int percent) {
        static ThresholdView of(Threshold threshold) {
            return new ThresholdView(threshold.level().name(), threshold.percent());
        }
    }

    record EligibilityView(int minimumPopulation, List<String> countries) {}

    record GateView(int required, List<CriterionView> outcomes) {
        static GateView of(OutcomeGate gate, EditionWording wording) {
            return new GateView(
                    gate.required(),
                    gate.outcomes().stream()
                            .map(outcome -> CriterionView.of(outcome, wording))
                            .toList());
        }
    }

    record AreaView(String code, String name, List<CriterionView> criteria) {
        static AreaView of(PracticeArea area, EditionWording wording) {
            return new AreaView(
                    area.code().value(),
                    wording.area(area.code()),
                    area.criteria().stream()
                            .map(criterion -> CriterionView.of(criterion, wording))
                            .toList());
        }
    }

    record CriterionView(
            String code,
            String title,
            String description,
            int required,
            List<ItemView> checklist,
            List<EvidenceView> evidence,
            List<String> prerequisites) {
        static CriterionView of(Criterion criterion, EditionWording wording) {
            var code = criterion.code();
            return new CriterionView(
                    code.value(),
                    wording.title(code),
                    wording.description(code),
                    criterion.checklist().required(),
                    criterion.checklist().items().stream()
                            .map(item -> new ItemView(item.id().value(), wording.item(item.id()), item.freshMonths()))
                            .toList(),
                    criterion.evidence().stream()
                            .map(rule -> new EvidenceView(
                                    rule.kind().code(),
                                    rule.count(),
                                    wording.shows(code, rule.kind()),
                                    rule.freshMonths()))
                            .toList(),
                    criterion.prerequisites().stream().map(CriterionCode::value).toList());
        }
    }

    record ItemView(String id, String text, @Nullable Integer evidenceNotOlderThanMonths) {}

    record EvidenceView(
            String kind, int count, String shows, @Nullable Integer notOlderThanMonths) {}

    static EditionView of(ReadableEdition readable) {
        var edition = readable.edition().edition();
        var wording = readable.wording();
        var eligibility = edition.eligibility();
        return new EditionView(
                edition.id().value(),
                wording.language().code(),
                wording.name(),
                edition.illustrative(),
                wording.note(),
                readable.edition().hash().hex(),
                edition.thresholds().rising().stream().map(ThresholdView::of).toList(),
                edition.thresholds().rounding().name(),
                edition.outcomeGate() == null ? null : GateView.of(edition.outcomeGate(), wording),
                new EligibilityView(eligibility.minimumPopulation(), List.copyOf(eligibility.countries())),
                edition.validityMonths(),
                edition.validFrom(),
                edition.recognition() == null ? null : wording.recognition(),
                RetirementView.of(readable.edition().retirement()),
                edition.areas().stream().map(area -> AreaView.of(area, wording)).toList());
    }
}
