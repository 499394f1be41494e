package org.citycertification.pages.frame;

/**
 * A bundle of texts that a service adds, in English with {@code _es} and {@code _pt} beside it.
 *
 * @param basename on the class path, such as {@code messages/review}
 */
public record PageMessages(String basename) {}
