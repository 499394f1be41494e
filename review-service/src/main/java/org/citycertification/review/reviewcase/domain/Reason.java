package org.citycertification.review.reviewcase.domain;

import java.util.Optional;

/**
 * Why somebody departs from the automatic result or returns a case: at least {@value #SHORTEST} characters after trimming, so
 * that the city can learn from it (FEATURES R6).
 */
public record Reason(String text) {

    public static final int SHORTEST = 20;
    public static final int LONGEST = 1000;

    public Reason {
        text = text.strip();
        Optional<String> problem = problemOf(text);
        if (problem.isPresent()) {
            throw new IllegalArgumentException(problem.get());
        }
    }

    /** What keeps the text from being a reason, in one English sentence; empty if nothing does. */
    public static Optional<String> problemOf(String text) {
        int length = (int) text.strip().codePoints().count();
        if (length < SHORTEST) {
            return Optional.of("A reason needs at least %d characters; this one has %d.".formatted(SHORTEST, length));
        }
        if (length > LONGEST) {
            return Optional.of("A reason has at most %d characters; this one has %d.".formatted(LONGEST, length));
        }
        return PlainText.problemOf(text.strip());
    }
}
