package org.citycertification.scoring.edition;

import java.util.List;
import java.util.function.Function;
import org.citycertification.scoring.edition.domain.Edition;

/** What came of reading an edition's file. */
public sealed interface EditionDraft {

    <T> T fold(Function<Edition, T> sound, Function<List<FileProblem>, T> faulty);

    /** Nothing is wrong with it. */
    record Sound(Edition edition) implements EditionDraft {
        @Override
        public <T> T fold(Function<Edition, T> sound, Function<List<FileProblem>, T> faulty) {
            return sound.apply(edition);
        }
    }

    /** Everything that is wrong with it, from the top of the file to its end. */
    record Faulty(List<FileProblem> problems) implements EditionDraft {
        public Faulty {
            problems = List.copyOf(problems);
        }

        @Override
        public <T> T fold(Function<Edition, T> sound, Function<List<FileProblem>, T> faulty) {
            return faulty.apply(problems);
        }
    }
}
