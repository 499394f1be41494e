package org.citycertification.notification.contact;

/** What is known of a recipient at this moment. */
public sealed interface Reach {
    /** Can be written to. */
    record Known(Addressee addressee) implements Reach {}

    /** Was known and is to be forgotten: nothing is sent. */
    record Erased() implements Reach {}

    /** Nothing has been heard of yet; events about the recipient may still be on their way. */
    record NeverSeen() implements Reach {}
}
