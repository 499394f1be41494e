package org.citycertification.notification.contact;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in the plain form that people use: no quotes, comments, groups, routes, spaces or line breaks. RFC 5321
 * allows more; what it allows beyond this is used for header injection, not for letters.
 */
public record MailAddress(String value) {
    private static final int LONGEST = 254;
    private static final Pattern PLAIN = Pattern.compile(
            "(?=[^@]{1,64}@)[A-Za-z0-9_%+'-]+(\\.[A-Za-z0-9_%+'-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

    public MailAddress {
        if (!isPlain(value)) {
            throw new IllegalArgumentException("Not an address of the form name@domain.tld");
        }
    }

    /** Empty for anything but a plain address. */
    public static Optional<MailAddress> parse(String text) {
        return isPlain(text) ? Optional.of(new MailAddress(text)) : Optional.empty();
    }

    private static boolean isPlain(String text) {
        return text.length() <= LONGEST && PLAIN.matcher(text).matches();
    }

    /** Never the address: it would end up in logs. */
    @Override
    public String toString() {
        return "MailAddress[withheld]";
    }
}
