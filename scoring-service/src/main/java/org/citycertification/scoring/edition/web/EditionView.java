package org.citycertification.scoring.edition.web;

import java.util.List;
import org.citycertification.scoring.edition.PublishedEdition;
import org.citycertification.scoring.edition.domain.ChecklistItem;
import org.citycertification.scoring.edition.domain.Criterion;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.EvidenceRule;
import org.citycertification.scoring.edition.domain.PracticeArea;
import org.citycertification.scoring.edition.domain.Threshold;
import org.jspecify.annotations.Nullable;

/** A whole edition as JSON. */
record EditionView(
        String id,
        String name,
        boolean illustrative,
        String note,
        String contentHash,
        List<ThresholdView> thresholds,
        EligibilityView eligibility,
        @Nullable Integer validityMonths,
        List<AreaView> areas) {

    record ThresholdView(String level, int percent) {
        static ThresholdView of(Threshold threshold) {
            return new ThresholdView(threshold.level().name(), threshold.percent());
        }
    }

    record EligibilityView(int minimumPopulation, List<String> countries) {}

    record AreaView(String code, String name, List<CriterionView> criteria) {
        static AreaView of(PracticeArea area) {
            return new AreaView(
                    area.code().value(),
                    area.name(),
                    area.criteria().stream().map(CriterionView::of).toList());
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
        static CriterionView of(Criterion criterion) {
            return new CriterionView(
                    criterion.code().value(),
                    criterion.title(),
                    criterion.description(),
                    criterion.checklist().required(),
                    criterion.checklist().items().stream().map(ItemView::of).toList(),
                    criterion.evidence().stream().map(EvidenceView::of).toList(),
                    criterion.prerequisites().stream().map(CriterionCode::value).toList());
        }
    }

    record ItemView(String id, String text) {
        static ItemView of(ChecklistItem item) {
            return new ItemView(item.id().value(), item.text());
        }
    }

    record EvidenceView(String kind, int count, String shows) {
        static EvidenceView of(EvidenceRule rule) {
            return new EvidenceView(rule.kind().code(), rule.count(), rule.shows());
        }
    }

    static EditionView of(PublishedEdition published) {
        var edition = published.edition();
        var eligibility = edition.eligibility();
        return new EditionView(
                edition.id().value(),
                edition.name(),
                edition.illustrative(),
                edition.note(),
                published.hash().hex(),
                edition.thresholds().rising().stream().map(ThresholdView::of).toList(),
                new EligibilityView(eligibility.minimumPopulation(), List.copyOf(eligibility.countries())),
                edition.validityMonths(),
                edition.areas().stream().map(AreaView::of).toList());
    }
}
