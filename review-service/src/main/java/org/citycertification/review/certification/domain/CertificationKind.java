package org.citycertification.review.certification.domain;

import org.jspecify.annotations.Nullable;

/** What a new certification means for a city's standing. */
public enum CertificationKind {
    /** The city was never certified before. */
    NEW,
    LEVEL_UP,
    /** The same level again. */
    RECERTIFIED,
    LEVEL_DOWN;

    /**
     * Compares with the last certification, whether or not its validity has run out: a city that lets it lapse and returns
     * is certified again, not for the first time.
     *
     * @param last level of the city's last certification, {@code null} if there was none
     */
    public static CertificationKind from(@Nullable CertificationLevel last, CertificationLevel now) {
        if (last == null) {
            return NEW;
        }
        if (now.isAbove(last)) {
            return LEVEL_UP;
        }
        return last.isAbove(now) ? LEVEL_DOWN : RECERTIFIED;
    }
}
