package org.citycertification.review.audit.domain;

/** What checking a trail found. */
public sealed interface TrailCheck {

    /** Every entry is as it was written, and none is missing before {@code entries}. */
    record Intact(long entries) implements TrailCheck {}

    /**
     * The trail was changed.
     *
     * @param sequence first place where something is wrong
     * @param reason one English sentence
     */
    record Broken(long sequence, String reason) implements TrailCheck {}
}
