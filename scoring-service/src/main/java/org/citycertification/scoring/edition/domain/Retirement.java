package org.citycertification.scoring.edition.domain;

import java.time.Instant;

/**
 * That an edition is out of use: no new submission may name it, those that name it go on.
 *
 * @param at since when
 * @param actor opaque id of the person who retired it
 * @param reason why, in one to {@value #LONGEST_REASON} characters that anybody may read
 */
public record Retirement(Instant at, String actor, String reason) {

    /** Characters that a reason may have. */
    public static final int LONGEST_REASON = 500;

    public Retirement {
        if (!isReason(reason)) {
            throw new IllegalArgumentException(
                    "a reason has 1 to " + LONGEST_REASON + " characters, and no control characters among them");
        }
    }

    /** Whether it can be read as a reason. */
    public static boolean isReason(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= LONGEST_REASON
                && text.codePoints().noneMatch(Character::isISOControl);
    }
}
