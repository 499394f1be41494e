package org.citycertification.scoring.run;

/** Is told how far a run has come. */
@FunctionalInterface
public interface Progress {
    /**
     * Called after each batch.
     *
     * @param read records read so far
     * @param all records that there are to read
     */
    void at(long read, long all);
}
