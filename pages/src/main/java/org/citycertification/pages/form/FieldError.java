package org.citycertification.pages.form;

import java.util.List;

/**
 * One thing wrong in a form.
 *
 * @param field id of the element it is about
 * @param label what to call it in the list of errors, empty for nothing
 * @param message key of what is wrong
 * @param arguments of the message
 */
public record FieldError(String field, String label, String message, List<Object> arguments) {
    public FieldError {
        arguments = List.copyOf(arguments);
    }

    /** For the template, whose message expressions take arrays. */
    public Object[] values() {
        return arguments.toArray();
    }
}
