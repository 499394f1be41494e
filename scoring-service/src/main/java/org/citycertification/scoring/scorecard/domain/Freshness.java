package org.citycertification.scoring.scorecard.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether evidence is young enough on the day that the assessment names.
 *
 * @param asOf null if no rule asks
 */
record Freshness(@Nullable LocalDate asOf) {

    /** The first day whose evidence counts; null if evidence of any age does. */
    @Nullable
    LocalDate earliest(@Nullable Integer months) {
        return months == null || asOf == null ? null : asOf.minusMonths(months);
    }

    boolean holds(Evidence piece, @Nullable Integer months) {
        var earliest = earliest(months);
        return earliest == null || asOf == null || piece.isWithin(earliest, asOf);
    }
}
