package org.citycertification.scoring.edition.web;

import java.time.Instant;
import org.citycertification.scoring.edition.domain.Retirement;
import org.jspecify.annotations.Nullable;

/** Since when and why an edition is out of use; who did it is not for everybody. */
record RetirementView(Instant since, String reason) {

    static @Nullable RetirementView of(@Nullable Retirement retirement) {
        return retirement == null ? null : new RetirementView(retirement.at(), retirement.reason());
    }
}
