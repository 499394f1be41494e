package org.citycertification.platform;

/** What a platform is made of. The registry keeps its schemas in PostgreSQL, so it brings {@link #POSTGRES} along. */
public enum Part {
    KAFKA,
    POSTGRES,
    REGISTRY,
    MAILBOX
}
