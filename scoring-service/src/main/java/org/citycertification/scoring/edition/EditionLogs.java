package org.citycertification.scoring.edition;

/** Opens the one place where editions are published. */
@FunctionalInterface
public interface EditionLogs {

    /** From now on no writer that opened it before can write; what they wrote is seen. */
    EditionLog open();
}
