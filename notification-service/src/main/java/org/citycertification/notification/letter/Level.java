package org.citycertification.notification.letter;

/** Levels that a letter can name. */
public enum Level {
    SILVER,
    GOLD,
    PLATINUM
}
