package org.citycertification.scoring.scorecard.messaging;

import java.util.List;
import java.util.stream.Stream;
import org.citycertification.schemas.scoring.v1.Gap;
import org.citycertification.schemas.scoring.v1.GapKind;
import org.citycertification.scoring.edition.domain.ChecklistItemId;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.EditionWording;
import org.citycertification.scoring.scorecard.ShortfallWords;
import org.citycertification.scoring.scorecard.domain.Shortfall;
import org.citycertification.scoring.scorecard.domain.Shortfall.ChecklistShort;
import org.citycertification.scoring.scorecard.domain.Shortfall.EvidenceMissing;
import org.citycertification.scoring.scorecard.domain.Shortfall.NotAnswered;
import org.citycertification.scoring.scorecard.domain.Shortfall.NotClaimed;
import org.citycertification.scoring.scorecard.domain.Shortfall.PrerequisiteUnmet;
import org.citycertification.scoring.scorecard.domain.Shortfall.Unproven;

/** What is missing, as facts for programs and as a sentence for people. */
final class GapMapper implements Shortfall.Cases<Gap> {

    private final ShortfallWords words;

    GapMapper(EditionWording english) {
        this.words = new ShortfallWords(english);
    }

    @Override
    public Gap notAnswered(NotAnswered shortfall) {
        return new Gap(GapKind.NOT_ANSWERED, 0, 1, List.of(), words.notAnswered(shortfall));
    }

    @Override
    public Gap notClaimed(NotClaimed shortfall) {
        return new Gap(GapKind.NOT_CLAIMED, 0, 1, List.of(), words.notClaimed(shortfall));
    }

    @Override
    public Gap checklistShort(ChecklistShort shortfall) {
        var items = Stream.concat(
                        shortfall.missing().stream(),
                        shortfall.unproven().stream().map(Unproven::item))
                .sorted()
                .map(ChecklistItemId::value)
                .toList();
        return new Gap(
                GapKind.CHECKLIST_SHORT, shortfall.have(), shortfall.need(), items, words.checklistShort(shortfall));
    }

    @Override
    public Gap evidenceMissing(EvidenceMissing shortfall) {
        var items = List.of(shortfall.kind().code());
        return new Gap(
                GapKind.EVIDENCE_MISSING, shortfall.have(), shortfall.need(), items, words.evidenceMissing(shortfall));
    }

    @Override
    public Gap prerequisiteUnmet(PrerequisiteUnmet shortfall) {
        var codes = Stream.concat(Stream.of(shortfall.prerequisite()), shortfall.causes().stream())
                .distinct()
                .sorted()
                .map(CriterionCode::value)
                .toList();
        return new Gap(GapKind.PREREQUISITE_UNMET, 0, 1, codes, words.prerequisiteUnmet(shortfall));
    }
}
