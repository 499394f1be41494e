package org.citycertification.pages.form;

import java.util.UUID;

/** The hidden value that makes a form act once however often it is sent. */
public final class FormKey {

    /** Name of the hidden field. */
    public static final String FIELD = "once";

    private FormKey() {}

    /** A key for one showing of a form. */
    public static String fresh() {
        return UUID.randomUUID().toString();
    }
}
