package org.citycertification.scoring.scorecard.messaging;

import org.apache.kafka.common.errors.RetriableException;
import org.citycertification.scoring.edition.domain.EditionId;

/** The edition may be published but has not been seen; the same record may succeed later. */
final class EditionNotYetKnown extends RetriableException {

    EditionNotYetKnown(EditionId edition) {
        super("Edition " + edition + " is not known yet; the editions are still being read");
    }
}
