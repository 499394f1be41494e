package org.citycertification.intake.city.domain;

import java.util.regex.Pattern;

/**
 * The addresses that letters are sent to: a narrow, plain form on purpose. No quotes, comments, display names, address
 * literals or line breaks, all of which mail libraries have read in surprising ways.
 */
final class EmailAddress {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern FORM = Pattern.compile(
            "[A-Za-z0-9_%+'-]+(\\.[A-Za-z0-9_%+'-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

    private EmailAddress() {}

    static boolean isPlain(String text) {
        return text.length() <= LONGEST
                && text.indexOf('@') <= LONGEST_LOCAL
                && FORM.matcher(text).matches();
    }
}
