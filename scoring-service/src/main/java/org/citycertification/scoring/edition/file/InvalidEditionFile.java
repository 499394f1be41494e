package org.citycertification.scoring.edition.file;

import org.jspecify.annotations.Nullable;

/** An edition's file contradicts the format or itself; the message names the file, the place and the rule. */
public final class InvalidEditionFile extends RuntimeException {

    InvalidEditionFile(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
