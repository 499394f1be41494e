package org.citycertification.scoring.edition;

/** The form in which people write an edition. */
@FunctionalInterface
public interface EditionFormat {

    /** Reads a file that may hold anything; it never fails and takes no longer than a second. */
    EditionDraft read(byte[] file);
}
