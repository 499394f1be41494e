package org.citycertification.scoring.scorecard;

import java.util.Map;
import java.util.stream.Collectors;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.EditionWording;
import org.citycertification.scoring.scorecard.domain.Shortfall;
import org.citycertification.scoring.scorecard.domain.Shortfall.ChecklistShort;
import org.citycertification.scoring.scorecard.domain.Shortfall.EvidenceMissing;
import org.citycertification.scoring.scorecard.domain.Shortfall.NotAnswered;
import org.citycertification.scoring.scorecard.domain.Shortfall.NotClaimed;
import org.citycertification.scoring.scorecard.domain.Shortfall.PrerequisiteUnmet;
import org.citycertification.scoring.scorecard.domain.Shortfall.Unproven;

/** What is missing, in words. */
public final class ShortfallWords implements Shortfall.Cases<String> {

    private final EditionWording wording;
    private final Phrases phrases;

    /** Words in the language of the edition's wording. */
    public ShortfallWords(EditionWording wording) {
        this.wording = wording;
        this.phrases = Phrases.in(wording.language());
    }

    @Override
    public String notAnswered(NotAnswered shortfall) {
        return phrases.say("not-answered");
    }

    @Override
    public String notClaimed(NotClaimed shortfall) {
        return phrases.say("not-claimed");
    }

    @Override
    public String checklistShort(ChecklistShort shortfall) {
        var facts = Map.<String, Object>of(
                "have", shortfall.have(),
                "need", shortfall.need(),
                "more", shortfall.need() - shortfall.have(),
                "items", shortfall.missing().stream().map(wording::item).collect(Collectors.joining(" / ")));
        var key = shortfall.missing().isEmpty() ? "checklist-short.all-ticked" : "checklist-short";
        return phrases.say(key, facts)
                + shortfall.unproven().stream().map(this::unproven).collect(Collectors.joining());
    }

    private String unproven(Unproven unproven) {
        return " "
                + phrases.say(
                        "checklist-short.unproven",
                        Map.<String, Object>of(
                                "item", unproven.item(), "earliest", String.valueOf(unproven.earliest())));
    }

    @Override
    public String evidenceMissing(EvidenceMissing shortfall) {
        var facts = Map.<String, Object>of(
                "kind", shortfall.kind(),
                "have", shortfall.have(),
                "need", shortfall.need(),
                "earliest", String.valueOf(shortfall.earliest()),
                "shows", wording.shows(shortfall.criterion(), shortfall.kind()));
        var key = shortfall.earliest() == null ? "evidence-missing" : "evidence-missing.aged";
        return phrases.say(key, facts)
                + (shortfall.tooOld() == 0
                        ? ""
                        : " " + phrases.say("evidence-missing.too-old", Map.of("tooOld", shortfall.tooOld())));
    }

    @Override
    public String prerequisiteUnmet(PrerequisiteUnmet shortfall) {
        var criterion = named(shortfall.prerequisite());
        if (shortfall.isItsOwnCause()) {
            return phrases.say("prerequisite-unmet", Map.of("criterion", criterion));
        }
        var causes = shortfall.causes().stream().map(this::named).collect(Collectors.joining(", "));
        return phrases.say("prerequisite-unmet.behind", Map.of("criterion", criterion, "causes", causes));
    }

    private String named(CriterionCode code) {
        return phrases.say("criterion", Map.<String, Object>of("code", code, "title", wording.title(code)));
    }
}
