package org.citycertification.messaging.gate;

/** What the versions of an aggregate look like to a reader of the topic. */
public enum Sequence {
    /** 1, 2, 3: a missing one is waited for. */
    GAPLESS,
    /** Compaction may have removed some: any higher one is the newest state. */
    LATEST
}
