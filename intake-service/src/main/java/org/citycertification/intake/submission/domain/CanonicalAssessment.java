package org.citycertification.intake.submission.domain;

import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes an assessment as the one JSON text that its content hash is taken of, so that anybody can take it again:
 *
 * <ul>
 *   <li>UTF-8, no white space outside of strings, members in alphabetical order;
 *   <li>{@code {"answers":[..],"editionId":".."}}; an answer has {@code checklist}, {@code comment}, {@code criterion},
 *       {@code evidence}, {@code met}; evidence has {@code date}, {@code kind}, {@code label}, {@code link}; a comment or
 *       date that was not given is left out;
 *   <li>answers by criterion, checklist items by id, evidence by kind, link, label and date, each compared by UTF-16 code
 *       unit;
 *   <li>in strings only {@code "}, {@code \} and control characters are escaped, the shortest way (as in RFC 8785).
 * </ul>
 */
final class CanonicalAssessment {
    private final StringBuilder json = new StringBuilder(4096);

    private CanonicalAssessment() {}

    static String of(Assessment assessment) {
        var writer = new CanonicalAssessment();
        writer.json.append("{\"answers\":");
        writer.list(assessment.answers(), writer::answer);
        writer.json.append(",\"editionId\":");
        writer.string(assessment.edition().value());
        return writer.json.append('}').toString();
    }

    private void answer(Answer answer) {
        json.append("{\"checklist\":");
        list(answer.checklist(), this::string);
        optional(",\"comment\":", answer.comment());
        json.append(",\"criterion\":");
        string(answer.criterion());
        json.append(",\"evidence\":");
        list(answer.evidence(), this::evidence);
        json.append(",\"met\":").append(answer.met()).append('}');
    }

    private void evidence(Evidence evidence) {
        json.append('{');
        if (evidence.date() != null) {
            json.append("\"date\":\"").append(evidence.date()).append("\",");
        }
        json.append("\"kind\":");
        string(evidence.kind());
        json.append(",\"label\":");
        string(evidence.label());
        json.append(",\"link\":");
        string(evidence.link());
        json.append('}');
    }

    private void optional(String member, @Nullable String text) {
        if (text != null) {
            json.append(member);
            string(text);
        }
    }

    private <T> void list(Collection<T> items, Consumer<T> write) {
        json.append('[');
        String separator = "";
        for (T item : items) {
            json.append(separator);
            write.accept(item);
            separator = ",";
        }
        json.append(']');
    }

    private void string(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        json.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\b' -> json.append("\\b");
            case '\t' -> json.append("\\t");
            case '\n' -> json.append("\\n");
            case '\f' -> json.append("\\f");
            case '\r' -> json.append("\\r");
            default -> {
                if (c < ' ') {
                    json.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
                } else {
                    json.append(c);
                }
            }
        }
    }
}
