package org.citycertification.notification.letter;

/**
 * A letter in both its forms, which say the same.
 *
 * @param language the language it is in
 * @param fellBack whether another language was asked for
 */
public record Letter(String subject, String text, String html, String language, boolean fellBack) {}
