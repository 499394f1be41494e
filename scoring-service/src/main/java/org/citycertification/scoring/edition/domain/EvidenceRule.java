package org.citycertification.scoring.edition.domain;

import org.jspecify.annotations.Nullable;

/**
 * Evidence without which a criterion is not met.
 *
 * @param count how many different pieces of this kind are required, at least 1
 * @param shows what the evidence has to show; read by people, not checked by the machine
 * @param freshMonths only pieces that are no older than so many months count; null is any age
 */
public record EvidenceRule(
        EvidenceKind kind,
        int count,
        String shows,
        @Nullable Integer freshMonths) {

    private static final int MOST_MONTHS = 1_200;

    /** The rule in words. */
    public static final String POSSIBLE_AGES = "the age of evidence is limited to 1 to " + MOST_MONTHS + " months";

    public EvidenceRule {
        if (count < 1) {
            throw new IllegalArgumentException("evidence of kind " + kind + " must be required at least once");
        }
        refuseAgeBelowOne(freshMonths);
    }

    /** A rule for evidence of any age. */
    public EvidenceRule(EvidenceKind kind, int count, String shows) {
        this(kind, count, shows, null);
    }

    /** Whether evidence may be limited to so many months. */
    public static boolean isPossibleAge(int months) {
        return months >= 1 && months <= MOST_MONTHS;
    }

    static void refuseAgeBelowOne(@Nullable Integer freshMonths) {
        if (freshMonths != null && !isPossibleAge(freshMonths)) {
            throw new IllegalArgumentException(POSSIBLE_AGES);
        }
    }
}
