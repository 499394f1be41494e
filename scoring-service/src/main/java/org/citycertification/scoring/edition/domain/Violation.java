package org.citycertification.scoring.edition.domain;

import java.util.List;

/**
 * A rule of editions that is broken.
 *
 * @param place where, as in {@link Placed}
 * @param message the rule, in words
 */
public record Violation(String place, String message) {

    /** Refuses a part that breaks a rule. */
    static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException(violations.get(0).message());
        }
    }
}
