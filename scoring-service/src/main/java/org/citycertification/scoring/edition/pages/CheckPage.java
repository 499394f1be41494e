package org.citycertification.scoring.edition.pages;

import java.util.List;
import java.util.Optional;
import org.citycertification.scoring.edition.EditionCheck;
import org.citycertification.scoring.edition.FileProblem;
import org.citycertification.scoring.edition.domain.EditionDifferences.Difference;

/** What came of a check, for the page. */
public final class CheckPage {

    /** Of a line of the file, so that a line without an end does not fill the page. */
    private static final int LONGEST_QUOTE = 160;

    private final EditionCheck check;
    private final List<String> lines;
    private final Optional<EditionPage> comparedWith;
    private final List<DifferenceLine> rules;
    private final List<DifferenceLine> words;

    CheckPage(String file, EditionCheck check, Optional<EditionPage> comparedWith, Optional<EditionPage> draft) {
        this.check = check;
        this.lines = file.lines().toList();
        this.comparedWith = comparedWith;
        this.rules = lines(false, draft);
        this.words = lines(true, draft);
    }

    private List<DifferenceLine> lines(boolean wording, Optional<EditionPage> draft) {
        if (comparedWith.isEmpty() || draft.isEmpty()) {
            return List.of();
        }
        var all = new DifferenceLines(comparedWith.get(), draft.get());
        return check.differences().stream()
                .filter((Difference difference) -> difference.wording() == wording)
                .map(all::line)
                .toList();
    }

    /**
     * A fault and the line that it is in.
     *
     * @param quote the line; empty if the fault concerns the file as a whole
     */
    public record Fault(int line, String path, String message, String quote) {}

    public boolean sound() {
        return check.isSound();
    }

    /** Id that the file gives itself; empty if something is wrong with it. */
    public String id() {
        return check.edition().map(edition -> edition.edition().id().value()).orElse("");
    }

    public String hash() {
        return check.edition().map(edition -> edition.hash().hex()).orElse("");
    }

    public List<Fault> faults() {
        return check.problems().stream().map(this::fault).toList();
    }

    private Fault fault(FileProblem problem) {
        return new Fault(problem.line(), problem.path(), problem.message(), quote(problem.line()));
    }

    private String quote(int line) {
        if (line < 1 || line > lines.size()) {
            return "";
        }
        var text = lines.get(line - 1).strip();
        return text.length() <= LONGEST_QUOTE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_QUOTE))) + " …";
    }

    /** The published edition that the file was compared with; empty for none. */
    public String comparedWith() {
        return comparedWith.map(page -> page.edition().id().value()).orElse("");
    }

    /** Differences of rules. */
    public List<DifferenceLine> rules() {
        return rules;
    }

    /** Differences of words for people alone. */
    public List<DifferenceLine> words() {
        return words;
    }
}
