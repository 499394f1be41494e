package org.citycertification.http.problem;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/** Makes JSON pointers (RFC 6901) of the two ways in which a place in a body is named by libraries. */
final class JsonPointers {

    private static final Pattern SEPARATOR = Pattern.compile("\\.|\\[|\\]\\.?");

    private JsonPointers() {}

    /** {@code answers[0].met} becomes {@code /answers/0/met}. */
    static String ofPath(String propertyPath) {
        var pointer = new StringBuilder();
        for (String step : SEPARATOR.split(propertyPath, -1)) {
            if (!step.isEmpty() && !step.startsWith("<")) {
                pointer.append('/').append(escaped(step));
            }
        }
        return pointer.toString();
    }

    static String ofReferences(List<JacksonException.Reference> path) {
        var pointer = new StringBuilder();
        for (JacksonException.Reference step : path) {
            String name = step.getPropertyName();
            pointer.append('/').append(name == null ? Integer.toString(Math.max(step.getIndex(), 0)) : escaped(name));
        }
        return pointer.toString();
    }

    private static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }
}
