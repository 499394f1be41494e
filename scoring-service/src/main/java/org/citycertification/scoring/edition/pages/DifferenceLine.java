package org.citycertification.scoring.edition.pages;

import java.util.List;

/**
 * One thing that a file says otherwise than a published edition, for people.
 *
 * @param effect what it does to a city; its text is {@code check.effect.<effect>}
 * @param label key of the text that says what it is about
 * @param arguments of the label
 * @param before what the published edition says
 * @param after what the file says
 */
public record DifferenceLine(Effect effect, String label, List<Object> arguments, Value before, Value after) {

    /** What a difference does to a city that wants to meet the standard. */
    public enum Effect {
        NEW,
        GONE,
        STRICTER,
        EASIER,
        OTHER
    }

    /**
     * A text of a bundle with its arguments, or one of the edition, which may be in another language than the page.
     *
     * @param language of the arguments; empty for the page's
     */
    public record Value(String message, List<Object> arguments, String language) {

        static final Value NOTHING = of("check.nothing");

        public Value {
            arguments = List.copyOf(arguments);
        }

        static Value of(String message, Object... arguments) {
            return new Value(message, List.of(arguments), "");
        }

        static Value text(EditionPage.Text text) {
            return text.value().isEmpty() ? NOTHING : new Value("check.text", List.of(text.value()), text.language());
        }

        /** For the template, whose message expressions take arrays. */
        public Object[] values() {
            return arguments.toArray();
        }
    }

    public DifferenceLine {
        arguments = List.copyOf(arguments);
    }

    /** For the template, whose message expressions take arrays. */
    public Object[] values() {
        return arguments.toArray();
    }
}
