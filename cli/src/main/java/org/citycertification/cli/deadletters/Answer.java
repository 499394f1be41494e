package org.citycertification.cli.deadletters;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a resolution for one letter.
 *
 * @param result in a word or two
 * @param detail the same in sentences
 * @param newLetter of the same record, if it was refused again
 */
record Answer(
        LetterId id,
        String result,
        String detail,
        int exitCode,
        @Nullable LetterId newLetter) {

    Answer(LetterId id, String result, String detail, int exitCode) {
        this(id, result, detail, exitCode, null);
    }

    /** The same after another sentence. */
    Answer after(String sentence) {
        return new Answer(id, result, sentence + " " + detail, exitCode, newLetter);
    }

    String line() {
        return Printable.line(id + "  " + result + ": " + detail);
    }

    /** For JSON. */
    Map<String, Object> view() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", id.toString());
        view.put("result", result);
        view.put("detail", detail);
        if (newLetter != null) {
            view.put("newLetter", newLetter.toString());
        }
        return view;
    }
}
