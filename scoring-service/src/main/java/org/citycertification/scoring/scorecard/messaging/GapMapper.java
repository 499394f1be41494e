package org.citycertification.scoring.scorecard.messaging;

import java.util.List;
import java.util.stream.Collectors;
import org.citycertification.schemas.scoring.v1.Gap;
import org.citycertification.schemas.scoring.v1.GapKind;
import org.citycertification.scoring.edition.domain.ChecklistItem;
import org.citycertification.scoring.edition.domain.ChecklistItemId;
import org.citycertification.scoring.edition.domain.Criterion;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.EvidenceRule;
import org.citycertification.scoring.scorecard.domain.Shortfall;
import org.citycertification.scoring.scorecard.domain.Shortfall.ChecklistShort;
import org.citycertification.scoring.scorecard.domain.Shortfall.EvidenceMissing;
import org.citycertification.scoring.scorecard.domain.Shortfall.NotAnswered;
import org.citycertification.scoring.scorecard.domain.Shortfall.NotClaimed;
import org.citycertification.scoring.scorecard.domain.Shortfall.PrerequisiteUnmet;

/** What is missing, as facts for programs and as a sentence for people. */
final class GapMapper implements Shortfall.Cases<Gap> {

    private final Edition edition;
    private final Criterion criterion;

    GapMapper(Edition edition, Criterion criterion) {
        this.edition = edition;
        this.criterion = criterion;
    }

    @Override
    public Gap notAnswered(NotAnswered shortfall) {
        return new Gap(GapKind.NOT_ANSWERED, 0, 1, List.of(), "The city has not answered this criterion.");
    }

    @Override
    public Gap notClaimed(NotClaimed shortfall) {
        return new Gap(GapKind.NOT_CLAIMED, 0, 1, List.of(), "The city does not claim to meet this criterion.");
    }

    @Override
    public Gap checklistShort(ChecklistShort shortfall) {
        int more = shortfall.need() - shortfall.have();
        var text = "Ticked are " + shortfall.have() + " of the " + shortfall.need()
                + " checklist items that are needed; " + more + " more of these would do: "
                + shortfall.missing().stream().map(this::textOf).collect(Collectors.joining(" / "));
        var items = shortfall.missing().stream().map(ChecklistItemId::value).toList();
        return new Gap(GapKind.CHECKLIST_SHORT, shortfall.have(), shortfall.need(), items, text);
    }

    @Override
    public Gap evidenceMissing(EvidenceMissing shortfall) {
        var shows = criterion.evidence().stream()
                .filter(rule -> rule.kind().equals(shortfall.kind()))
                .map(EvidenceRule::shows)
                .collect(Collectors.joining());
        var text = "Evidence of the kind '" + shortfall.kind() + "' is missing, " + shortfall.have() + " of "
                + shortfall.need() + " given: " + shows;
        var items = List.of(shortfall.kind().code());
        return new Gap(GapKind.EVIDENCE_MISSING, shortfall.have(), shortfall.need(), items, text);
    }

    @Override
    public Gap prerequisiteUnmet(PrerequisiteUnmet shortfall) {
        var code = shortfall.prerequisite();
        var title = edition.criterion(code).map(Criterion::title).orElse("");
        var text = code + " (" + title + ") has to be met first.";
        return new Gap(GapKind.PREREQUISITE_UNMET, 0, 1, List.of(code.value()), text);
    }

    private String textOf(ChecklistItemId id) {
        return criterion.checklist().items().stream()
                .filter(item -> item.id().equals(id))
                .map(ChecklistItem::text)
                .collect(Collectors.joining());
    }
}
