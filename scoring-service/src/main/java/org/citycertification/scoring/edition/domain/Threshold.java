package org.citycertification.scoring.edition.domain;

/**
 * The share of criteria from which a level is reached.
 *
 * @param percent 1 to 100, compared with the share of criteria met by the edition's {@link Rounding}
 */
public record Threshold(CertificationLevel level, int percent) {

    public Threshold {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException(
                    "threshold of " + level + " must be 1 to 100 percent but was " + percent);
        }
    }
}
