package org.citycertification.scoring.whatif;

import java.util.UUID;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.run.Progress;
import org.citycertification.scoring.scorecard.domain.Assessment;

/** What cities have submitted up to now. */
public interface PastAssessments {

    /**
     * Reads all, the versions of a submission in their order.
     *
     * @throws org.citycertification.scoring.run.RunFailure if it cannot be read
     */
    void read(Reader reader, Progress progress);

    /** Takes what is read. */
    interface Reader {
        /** A version that a city sent. */
        void assessment(UUID submission, long version, String city, EditionId pinned, Assessment assessment);

        /** A record that holds none. */
        void leftOut(String reason);
    }
}
