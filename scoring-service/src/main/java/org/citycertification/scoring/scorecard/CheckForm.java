package org.citycertification.scoring.scorecard;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.citycertification.scoring.edition.domain.ChecklistItem;
import org.citycertification.scoring.edition.domain.ChecklistItemId;
import org.citycertification.scoring.edition.domain.Criterion;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.EvidenceKind;
import org.citycertification.scoring.scorecard.AssessmentForm.AnswerForm;
import org.citycertification.scoring.scorecard.AssessmentForm.EvidenceForm;
import org.citycertification.scoring.scorecard.domain.Answer;
import org.citycertification.scoring.scorecard.domain.Assessment;
import org.citycertification.scoring.scorecard.domain.Evidence;
import org.jspecify.annotations.Nullable;

/** Reads a form against its edition and names everything for which intake would refuse it. */
final class CheckForm {

    private static final int MOST_FLAWS = 100;
    private static final int MOST_EVIDENCE = 20;
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Edition edition;
    private final List<Flaw> flaws = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();

    private CheckForm(Edition edition) {
        this.edition = edition;
    }

    static SelfCheck check(AssessmentForm form, Edition edition) {
        var checking = new CheckForm(edition);
        var asOf = checking.date(form.asOf(), "/asOf");
        if (form.asOf() == null && edition.looksAtAge()) {
            checking.flaw("/asOf", "required", "This edition looks at the age of evidence: on which day?");
        }
        checking.readAll(form.answers());
        return checking.flaws.isEmpty()
                ? new SelfCheck.Sound(Assessment.of(checking.answers, asOf))
                : new SelfCheck.Flawed(checking.flaws);
    }

    private void flaw(String pointer, String code, String message) {
        if (flaws.size() < MOST_FLAWS) {
            flaws.add(new Flaw(pointer, code, message));
        }
    }

    private void readAll(@Nullable List<@Nullable AnswerForm> forms) {
        if (forms == null || forms.isEmpty()) {
            flaw("/answers", "required", "Answer at least one criterion.");
            return;
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < forms.size(); i++) {
            var form = forms.get(i);
            if (form == null) {
                flaw("/answers/" + i, "required", "An answer cannot be null.");
            } else {
                read(form, "/answers/" + i, seen);
            }
        }
    }

    private void read(AnswerForm form, String at, Set<String> seen) {
        var code = form.criterion() == null ? "" : form.criterion();
        var criterion = edition.answerable().stream()
                .filter(known -> known.code().value().equals(code))
                .findFirst();
        if (form.met() == null) {
            flaw(at + "/met", "required", "true or false: whether the city claims to meet the criterion.");
        }
        if (criterion.isEmpty()) {
            flaw(
                    at + "/criterion",
                    "unknown-criterion",
                    "Edition " + edition.id() + " has no criterion with this code.");
        } else if (!seen.add(code)) {
            flaw(at + "/criterion", "duplicate-criterion", code + " is answered already.");
        }
        var evidence = evidence(form.evidence(), at + "/evidence");
        criterion.ifPresent(known -> answers.add(new Answer(
                new CriterionCode(code),
                Boolean.TRUE.equals(form.met()),
                ticked(known, form.checklist(), at + "/checklist"),
                evidence)));
    }

    private Set<ChecklistItemId> ticked(Criterion criterion, @Nullable List<@Nullable String> items, String at) {
        var known =
                criterion.checklist().items().stream().map(ChecklistItem::id).toList();
        var ticked = new HashSet<ChecklistItemId>();
        for (int i = 0; items != null && i < items.size(); i++) {
            var named = items.get(i);
            var item = known.stream().filter(id -> id.value().equals(named)).findFirst();
            if (item.isEmpty()) {
                flaw(at + "/" + i, "unknown-checklist-item", "The criterion has no checklist item with this id.");
            } else if (!ticked.add(item.get())) {
                flaw(at + "/" + i, "duplicate-checklist-item", named + " is ticked already.");
            }
        }
        return ticked;
    }

    private List<Evidence> evidence(@Nullable List<@Nullable EvidenceForm> forms, String at) {
        var evidence = new ArrayList<Evidence>();
        if (forms != null && forms.size() > MOST_EVIDENCE) {
            flaw(at, "too-many", "At most " + MOST_EVIDENCE + " pieces of evidence for one criterion.");
            return evidence;
        }
        for (int i = 0; forms != null && i < forms.size(); i++) {
            var form = forms.get(i);
            if (form == null) {
                flaw(at + "/" + i, "required", "Evidence cannot be null.");
            } else {
                piece(form, at + "/" + i, evidence);
            }
        }
        return evidence;
    }

    private void piece(EvidenceForm form, String at, List<Evidence> evidence) {
        var date = date(form.date(), at + "/date");
        var link = Objects.requireNonNullElse(form.link(), "");
        if (link.isBlank()) {
            flaw(at + "/link", "evidence-without-link", "Evidence needs a link to where it can be read.");
        } else if (!WebAddress.isOne(link)) {
            flaw(at + "/link", "not-a-web-address", "An address that starts with https:// or http://, without spaces.");
        }
        try {
            evidence.add(new Evidence(new EvidenceKind(Objects.requireNonNullElse(form.kind(), "")), link, date));
        } catch (IllegalArgumentException e) {
            flaw(at + "/kind", "not-a-kind", "What the document is, in small letters, e.g. policy.");
        }
    }

    private @Nullable LocalDate date(@Nullable String date, String at) {
        if (date == null) {
            return null;
        }
        try {
            if (DATE.matcher(date).matches()) {
                return LocalDate.parse(date);
            }
        } catch (DateTimeException e) {
            // The calendar has no such day: the same flaw as another form.
        }
        flaw(at, "not-a-date", "A date like 2026-03-31.");
        return null;
    }
}
