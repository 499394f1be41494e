package org.citycertification.review.reviewcase.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citycertification.pages.form.FieldError;
import org.citycertification.review.reviewcase.domain.AutomaticResult;
import org.citycertification.review.reviewcase.domain.Findings;
import org.citycertification.review.reviewcase.domain.ProposedFinding;
import org.citycertification.review.reviewcase.domain.Scorecard;
import org.springframework.util.MultiValueMap;

/**
 * The findings of one person as their form holds them: for each criterion whether the automatic result is overturned, and why.
 *
 * @param overturned codes
 * @param reasons by code
 * @param errors found in it
 */
record FindingsForm(Set<String> overturned, Map<String, String> reasons, List<FieldError> errors) {

    private static final String OVERTURN = "overturn";
    private static final String REASON = "reason-";

    static FindingsForm of(Findings kept) {
        Set<String> overturned = new LinkedHashSet<>();
        Map<String, String> reasons = new LinkedHashMap<>();
        kept.all().forEach(finding -> {
            overturned.add(finding.criterion().value());
            reasons.put(finding.criterion().value(), finding.reason().text());
        });
        return new FindingsForm(overturned, reasons, List.of());
    }

    static FindingsForm sent(MultiValueMap<String, String> fields) {
        Map<String, String> reasons = new LinkedHashMap<>();
        fields.forEach((name, values) -> {
            if (name.startsWith(REASON)) {
                reasons.put(name.substring(REASON.length()), Texts.oneParagraph(values.get(0)));
            }
        });
        return new FindingsForm(new LinkedHashSet<>(fields.getOrDefault(OVERTURN, List.of())), reasons, List.of());
    }

    boolean overturns(String code) {
        return overturned.contains(code);
    }

    String reason(String code) {
        return reasons.getOrDefault(code, "");
    }

    List<FieldError> errorsAt(String code) {
        return errors.stream().filter(error -> error.label().equals(code)).toList();
    }

    /** What cannot be kept, criterion by criterion; the domain checks it again. */
    FindingsForm checked(Scorecard card) {
        List<FieldError> found = new ArrayList<>();
        for (AutomaticResult result : card.results()) {
            String code = result.criterion().value();
            if (overturns(code)) {
                Texts.reasonProblem(REASON + code, code, reason(code)).ifPresent(found::add);
            } else if (!reason(code).isBlank()) {
                found.add(new FieldError(OVERTURN + "-" + code, code, "finding.untick", List.of()));
            }
        }
        return new FindingsForm(overturned, reasons, found);
    }

    List<ProposedFinding> proposed(Scorecard card) {
        return card.results().stream()
                .filter(result -> overturns(result.criterion().value()))
                .map(result -> new ProposedFinding(
                        result.criterion(),
                        !result.met(),
                        reason(result.criterion().value())))
                .toList();
    }
}
