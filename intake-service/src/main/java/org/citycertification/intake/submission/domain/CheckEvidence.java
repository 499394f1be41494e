package org.citycertification.intake.submission.domain;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.citycertification.intake.form.domain.Flaws;
import org.citycertification.intake.submission.domain.AssessmentForm.EvidenceForm;
import org.jspecify.annotations.Nullable;

/** Reads the evidence of one answer. */
final class CheckEvidence {
    static final int MOST = 20;
    static final int LONGEST_LABEL = 300;
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Flaws flaws;

    CheckEvidence(Flaws flaws) {
        this.flaws = flaws;
    }

    List<Evidence> check(@Nullable List<@Nullable EvidenceForm> forms, String at) {
        if (forms == null) {
            return List.of();
        }
        if (forms.size() > MOST) {
            flaws.add(at, "too-many", "At most " + MOST + " pieces of evidence for one criterion.");
        }
        var evidence = new ArrayList<Evidence>();
        var seen = new HashSet<List<String>>();
        for (int i = 0; i < forms.size(); i++) {
            EvidenceForm form = forms.get(i);
            if (form == null) {
                flaws.add(at + "/" + i, "required", "Evidence cannot be null.");
                continue;
            }
            Evidence piece = piece(form, at + "/" + i);
            if (!piece.link().isEmpty() && !seen.add(List.of(piece.kind(), piece.link()))) {
                flaws.add(at + "/" + i, "duplicate-evidence", "This document is named already for this criterion.");
            }
            evidence.add(piece);
        }
        return evidence;
    }

    private Evidence piece(EvidenceForm form, String at) {
        return new Evidence(
                kind(form.kind(), at + "/kind"),
                flaws.line(form.label(), at + "/label", LONGEST_LABEL),
                link(form.link(), at + "/link"),
                date(form.date(), at + "/date"));
    }

    private String kind(@Nullable String kind, String at) {
        if (kind == null || !KIND.matcher(kind).matches()) {
            flaws.add(at, "not-a-kind", "What the document is, in small letters, e.g. policy.");
            return "";
        }
        return kind;
    }

    private String link(@Nullable String link, String at) {
        if (link == null || link.isBlank()) {
            flaws.add(at, "evidence-without-link", "Evidence needs a link to where it can be read.");
            return "";
        }
        if (link.length() > EvidenceLink.LONGEST) {
            flaws.add(at, "too-long", "At most " + EvidenceLink.LONGEST + " characters.");
        } else if (!EvidenceLink.isWebAddress(link)) {
            flaws.add(at, "not-a-web-address", "An address that starts with https:// or http://, without spaces.");
        }
        return link;
    }

    private @Nullable LocalDate date(@Nullable String date, String at) {
        if (date == null) {
            return null;
        }
        try {
            if (DATE.matcher(date).matches()) {
                return LocalDate.parse(date);
            }
        } catch (DateTimeParseException e) {
            // The calendar has no such day: the same flaw as another form.
        }
        flaws.add(at, "not-a-date", "A date like 2026-03-31.");
        return null;
    }
}
