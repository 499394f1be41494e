package org.citycertification.scoring.edition;

import java.util.Comparator;

/**
 * One thing that is wrong with an edition's file.
 *
 * @param line from 1; 0 if it concerns the file as a whole
 * @param column from 1; 0 if it concerns the file as a whole
 * @param path names and positions from the top down, for example {@code areas[0].criteria[2].title.es}; empty at the top
 * @param message one sentence for the author of the file
 */
public record FileProblem(int line, int column, String path, String message) {

    /** From the top of the file to its end. */
    public static final Comparator<FileProblem> BY_PLACE =
            Comparator.comparingInt(FileProblem::line).thenComparingInt(FileProblem::column);

    @Override
    public String toString() {
        return "line " + line + ", column " + column + (path.isEmpty() ? "" : ", " + path) + ": " + message;
    }
}
