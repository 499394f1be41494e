package org.citycertification.intake.form.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong while a form is read from top to bottom. */
public final class Flaws {
    /** More are not worth reading, and an answer stays small however bad the form is. */
    static final int MOST = 100;

    private final List<Flaw> found = new ArrayList<>();

    /** Notes a flaw. */
    public void add(String pointer, String code, String message) {
        if (found.size() < MOST) {
            found.add(new Flaw(pointer, code, message));
        }
    }

    /** Whether a flaw was noted. */
    public boolean any() {
        return !found.isEmpty();
    }

    /** The value of a sound form, built only if nothing was noted. */
    public <T> Checked<T> unlessAny(Supplier<T> value) {
        return found.isEmpty() ? new Checked.Sound<>(value.get()) : new Checked.Flawed<>(found);
    }

    /** The text in one line, or an empty one with a flaw noted. */
    public String line(@Nullable String text, String pointer, int longest) {
        if (text == null || text.isBlank()) {
            add(pointer, "required", "This is required.");
            return "";
        }
        return within(text, pointer, longest, false);
    }

    /** The text, in which lines may break, or null if there is none. */
    public @Nullable String optionalText(@Nullable String text, String pointer, int longest) {
        return text == null || text.isBlank() ? null : within(text, pointer, longest, true);
    }

    private String within(String text, String pointer, int longest, boolean breaks) {
        if (text.codePointCount(0, text.length()) > longest) {
            add(pointer, "too-long", "At most " + longest + " characters.");
        }
        if (text.codePoints().anyMatch(c -> isUnreadable(c, breaks))) {
            add(
                    pointer,
                    "unreadable-character",
                    breaks
                            ? "Only readable characters, tabs and line breaks."
                            : "Only readable characters, all on one line.");
        }
        return text;
    }

    private static boolean isUnreadable(int c, boolean breaks) {
        if (breaks && (c == '\n' || c == '\r' || c == '\t')) {
            return false;
        }
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
