package org.citycertification.intake.submission.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citycertification.intake.edition.domain.Edition;
import org.citycertification.intake.form.domain.Checked;
import org.citycertification.intake.form.domain.Flaws;
import org.citycertification.intake.submission.domain.AssessmentForm.AnswerForm;
import org.jspecify.annotations.Nullable;

/** Reads an assessment's form against its edition and names everything that is wrong with it. */
public final class CheckAssessment {
    static final int LONGEST_COMMENT = 4000;

    private final Edition edition;
    private final Flaws flaws = new Flaws();
    private final CheckEvidence evidence = new CheckEvidence(flaws);

    private CheckAssessment(Edition edition) {
        this.edition = edition;
    }

    /** The assessment that the form describes, or its flaws. */
    public static Checked<Assessment> check(AssessmentForm form, Edition edition) {
        return new CheckAssessment(edition).read(form.answers());
    }

    private Checked<Assessment> read(@Nullable List<@Nullable AnswerForm> forms) {
        var answers = new ArrayList<Answer>();
        if (forms == null || forms.isEmpty()) {
            flaws.add("/answers", "required", "Answer at least one criterion.");
        } else {
            readAll(forms, answers);
        }
        return flaws.unlessAny(() -> new Assessment(edition.id(), answers));
    }

    private void readAll(List<@Nullable AnswerForm> forms, List<Answer> answers) {
        var seen = new HashSet<String>();
        for (int i = 0; i < forms.size(); i++) {
            AnswerForm form = forms.get(i);
            String at = "/answers/" + i;
            if (form == null) {
                flaws.add(at, "required", "An answer cannot be null.");
            } else {
                answers.add(answer(form, at, seen));
            }
        }
    }

    private Answer answer(AnswerForm form, String at, Set<String> seen) {
        String criterion = form.criterion() == null ? "" : form.criterion();
        Set<String> items = edition.checklistOf(criterion);
        if (items == null) {
            flaws.add(
                    at + "/criterion",
                    "unknown-criterion",
                    "Edition " + edition.id() + " has no criterion with this code.");
        } else if (!seen.add(criterion)) {
            flaws.add(at + "/criterion", "duplicate-criterion", criterion + " is answered already.");
        }
        if (form.met() == null) {
            flaws.add(at + "/met", "required", "true or false: whether the city claims to meet the criterion.");
        }
        return new Answer(
                criterion,
                Boolean.TRUE.equals(form.met()),
                checklist(form.checklist(), items, at + "/checklist"),
                evidence.check(form.evidence(), at + "/evidence"),
                flaws.optionalText(form.comment(), at + "/comment", LONGEST_COMMENT));
    }

    private List<String> checklist(@Nullable List<@Nullable String> ticked, @Nullable Set<String> items, String at) {
        var sound = new HashSet<String>();
        if (ticked == null || items == null) {
            return List.of();
        }
        for (int i = 0; i < ticked.size(); i++) {
            String item = ticked.get(i);
            if (item == null || !items.contains(item)) {
                flaws.add(at + "/" + i, "unknown-checklist-item", "The criterion has no checklist item with this id.");
            } else if (!sound.add(item)) {
                flaws.add(at + "/" + i, "duplicate-checklist-item", item + " is ticked already.");
            }
        }
        return List.copyOf(sound);
    }
}
