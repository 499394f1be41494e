package org.citycertification.scoring.edition.domain;

/**
 * How a share of criteria is rounded to whole percent before it is compared with a threshold. All of it is counted in whole
 * numbers; nothing is ever divided.
 */
public enum Rounding {
    /** Not at all. */
    EXACT {
        @Override
        boolean reaches(int percent, long met, long outOf) {
            return 100 * met >= percent * outOf;
        }
    },
    /** Down. Thresholds are whole, so this decides as EXACT does; it is here for standards that say it. */
    FLOOR {
        @Override
        boolean reaches(int percent, long met, long outOf) {
            return 100 * met >= percent * outOf;
        }
    },
    /** To the nearest, halves up. */
    NEAREST {
        @Override
        boolean reaches(int percent, long met, long outOf) {
            return 200 * met >= (2L * percent - 1) * outOf;
        }
    },
    /** Up. */
    CEILING {
        @Override
        boolean reaches(int percent, long met, long outOf) {
            return 100 * met > (percent - 1L) * outOf;
        }
    };

    abstract boolean reaches(int percent, long met, long outOf);
}
