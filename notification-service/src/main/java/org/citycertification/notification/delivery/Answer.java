package org.citycertification.notification.delivery;

/** What the mail server made of one letter. */
sealed interface Answer {
    /** It has taken the letter. */
    record Accepted(String reply) implements Answer {}

    /** It asks to come back with this letter (4xx). */
    record Deferred(String reply) implements Answer {}

    /** It will not take this letter, or does not know its recipient (5xx). */
    record Refused(String reply) implements Answer {}

    /** It has, or may have, the whole letter, and said nothing. */
    record Unknown(String what) implements Answer {}

    /** It cannot be talked to, or turns everybody away; the letter has certainly not been taken. */
    record Away(String what) implements Answer {}
}
