package org.citycertification.notification.contact;

import org.jspecify.annotations.Nullable;

/**
 * How to reach a recipient, as recorded; neither name nor address has been checked.
 *
 * @param name as the person writes it, null if not told
 * @param language BCP 47 tag of the language to write in
 */
public record Addressee(@Nullable String name, String address, String language) {
    /** Withholds name and address: they would end up in logs. */
    @Override
    public String toString() {
        return "Addressee[withheld]";
    }
}
