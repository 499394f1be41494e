package org.citycertification.intake.edition.domain;

/** Name of an edition of the standard, e.g. {@code 2022-r1}. */
public record EditionId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
