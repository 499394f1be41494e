package org.citycertification.review.reviewcase.pages;

import java.util.List;
import java.util.Optional;
import org.citycertification.pages.form.FieldError;
import org.citycertification.review.reviewcase.domain.Note;
import org.citycertification.review.reviewcase.domain.Reason;

/** What people type into the larger fields. */
final class Texts {

    private Texts() {}

    /** Line breaks come easily in such a field and are not wanted in what travels on. */
    static String oneParagraph(String typed) {
        return typed.replaceAll("\\s*[\\r\\n\\u2028\\u2029]\\s*", " ").strip();
    }

    static Optional<FieldError> reasonProblem(String field, String label, String text) {
        if (Reason.problemOf(text).isEmpty()) {
            return Optional.empty();
        }
        int length = (int) text.strip().codePoints().count();
        String message =
                length < Reason.SHORTEST ? "reason.short" : length > Reason.LONGEST ? "reason.long" : "text.plain";
        int bound = length < Reason.SHORTEST ? Reason.SHORTEST : Reason.LONGEST;
        return Optional.of(new FieldError(field, label, message, List.of(bound, length)));
    }

    static Optional<FieldError> noteProblem(String field, String text) {
        if (Note.problemOf(text).isEmpty()) {
            return Optional.empty();
        }
        String message = text.strip().length() > Note.LONGEST ? "note.long" : "text.plain";
        return Optional.of(new FieldError(field, "", message, List.of(Note.LONGEST, text.length())));
    }
}
