package org.citycertification.notification.letter;

/** What happened to a city's standing. */
public enum Standing {
    NEW,
    LEVEL_UP,
    RECERTIFIED,
    LEVEL_DOWN,
    CORRECTED,
    REVOKED,
    EXPIRED
}
