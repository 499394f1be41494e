package org.citycertification.review.reviewcase.domain;

import java.util.Optional;

/** What an approver adds in passing; at most {@value #LONGEST} characters. */
public record Note(String text) {

    public static final int LONGEST = 2000;

    public Note {
        text = text.strip();
        Optional<String> problem = problemOf(text);
        if (problem.isPresent()) {
            throw new IllegalArgumentException(problem.get());
        }
    }

    /** What keeps the text from being a note, in one English sentence; empty if nothing does. */
    public static Optional<String> problemOf(String text) {
        return text.strip().length() > LONGEST
                ? Optional.of("A note has at most %d characters.".formatted(LONGEST))
                : PlainText.problemOf(text.strip());
    }
}
