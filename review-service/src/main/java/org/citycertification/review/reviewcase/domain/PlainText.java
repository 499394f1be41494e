package org.citycertification.review.reviewcase.domain;

import java.util.Optional;

/** Text of people that travels on into mails and trails: one paragraph, nothing that a terminal or a header could act on. */
final class PlainText {

    private PlainText() {}

    static Optional<String> problemOf(String text) {
        return text.codePoints().anyMatch(PlainText::isForbidden)
                ? Optional.of("Line breaks and control characters are not accepted; write one paragraph.")
                : Optional.empty();
    }

    private static boolean isForbidden(int codePoint) {
        int type = Character.getType(codePoint);
        return Character.isISOControl(codePoint)
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
