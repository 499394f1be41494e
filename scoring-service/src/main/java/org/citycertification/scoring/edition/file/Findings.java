package org.citycertification.scoring.edition.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citycertification.scoring.edition.FileProblem;
import org.citycertification.scoring.edition.domain.Violation;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;

/** Collects what is wrong with a file, and knows where in it each place stands. */
final class Findings {

    /** More are not worth reading, and an answer stays small however bad the file is. */
    static final int MOST = 100;

    private final List<FileProblem> problems = new ArrayList<>();
    private final Map<String, Mark> marks = new HashMap<>();

    void mark(String path, @Nullable Mark mark) {
        if (mark != null) {
            marks.putIfAbsent(path, mark);
        }
    }

    /** Notes what is wrong at a place that was marked, or at the nearest one above it. */
    void add(String path, String message) {
        var known = path;
        while (!marks.containsKey(known) && !known.isEmpty()) {
            known = known.substring(0, Math.max(0, Math.max(known.lastIndexOf('.'), known.lastIndexOf('['))));
        }
        addAt(marks.get(known), path, message);
    }

    void addAt(@Nullable Mark mark, String path, String message) {
        if (problems.size() < MOST) {
            problems.add(new FileProblem(
                    mark == null ? 0 : mark.getLine() + 1, mark == null ? 0 : mark.getColumn() + 1, path, message));
        }
    }

    void addAll(List<Violation> violations) {
        violations.forEach(violation -> add(violation.place(), violation.message()));
    }

    boolean any() {
        return !problems.isEmpty();
    }

    List<FileProblem> problems() {
        return problems.stream().sorted(FileProblem.BY_PLACE).distinct().toList();
    }
}
