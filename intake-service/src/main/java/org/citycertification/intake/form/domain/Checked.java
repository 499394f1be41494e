package org.citycertification.intake.form.domain;

import java.util.List;

/** A form after the check. */
public sealed interface Checked<T> {
    /** Nothing is wrong; this is what the form means. */
    record Sound<T>(T value) implements Checked<T> {}

    /** Everything that is wrong. */
    record Flawed<T>(List<Flaw> flaws) implements Checked<T> {
        public Flawed {
            flaws = List.copyOf(flaws);
        }
    }
}
