package org.citycertification.review.reviewcase.pages;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.citycertification.pages.form.FieldError;
import org.citycertification.review.reviewcase.domain.AutomaticResult;
import org.citycertification.review.reviewcase.domain.DecidedCriterion;
import org.citycertification.review.reviewcase.domain.Decision;
import org.citycertification.review.reviewcase.domain.Gap;
import org.jspecify.annotations.Nullable;

/**
 * One criterion: its automatic result and why, and what this person, or in the end everybody, makes of it.
 *
 * @param decided what people decided, {@code null} while open
 * @param overturn whether the form overturns the automatic result
 * @param reason that the form gives, possibly empty
 * @param errors of the form at this criterion
 */
record CriterionPart(
        AutomaticResult result,
        @Nullable DecidedCriterion decided,
        boolean overturn,
        String reason,
        List<FieldError> errors) {

    private static final Set<String> WORDED =
            Set.of("NOT_ANSWERED", "NOT_CLAIMED", "CHECKLIST_SHORT", "EVIDENCE_MISSING", "PREREQUISITE_UNMET");

    /** A link of the city; only what a browser may open safely has an address. */
    record Link(String text, boolean opens) {}

    static CriterionPart of(AutomaticResult result, @Nullable Decision decision, FindingsForm form) {
        String code = result.criterion().value();
        DecidedCriterion decided = decision == null
                ? null
                : decision.criteria().stream()
                        .filter(each -> each.criterion().equals(result.criterion()))
                        .findFirst()
                        .orElse(null);
        return new CriterionPart(result, decided, form.overturns(code), form.reason(code), form.errorsAt(code));
    }

    public String code() {
        return result.criterion().value();
    }

    public boolean met() {
        return decided == null ? result.met() : decided.met();
    }

    /** Whether people departed from the automatic result. */
    public boolean changed() {
        return decided != null && decided.met() != decided.automatic();
    }

    /** Key of a gap's sentence in the reader's language, {@code null} for a kind that is newer than this page. */
    public static @Nullable String wording(Gap gap) {
        return WORDED.contains(gap.kind()) ? "gap." + gap.kind() : null;
    }

    public static Object[] values(Gap gap) {
        return new Object[] {gap.have(), gap.need(), String.join(", ", gap.items())};
    }

    public List<Link> evidence() {
        return result.evidence().stream()
                .map(text -> new Link(text, opens(text)))
                .toList();
    }

    private static boolean opens(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://");
    }
}
