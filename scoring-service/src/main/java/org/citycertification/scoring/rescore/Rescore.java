package org.citycertification.scoring.rescore;

import java.util.List;
import org.citycertification.scoring.run.Progress;
import org.citycertification.scoring.run.RunId;

/**
 * Scores submissions of the past once more. Nothing of it reaches the people who decide: the results are on a topic that
 * review does not read.
 */
public interface Rescore {

    /**
     * Runs to the end of what was there when a run of this name was first started. A run that was interrupted goes on
     * where it was; a finished one does nothing.
     *
     * @throws org.citycertification.scoring.run.RunFailure if the run cannot go on; started again, it continues
     */
    Summary run(RunId run, Selection selection, Progress progress);

    /**
     * What a run has done since it was started this time.
     *
     * @param already whether it had been finished before
     * @param scored versions that were evaluated
     * @param notScored versions that were answered with a reason instead
     * @param leftOut records that cannot be read
     * @param examples the first of those, with their reasons
     */
    record Summary(boolean already, long scored, long notScored, long leftOut, List<String> examples) {
        public Summary {
            examples = List.copyOf(examples);
        }
    }
}
