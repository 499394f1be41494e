package org.citycertification.review.certification;

import java.time.Instant;

/** Which cohort a decision belongs to; it may differ from the year of the announcement. */
public interface CohortYear {

    int of(Instant releasedAt);
}
