package org.citycertification.http.problem;

import org.jspecify.annotations.Nullable;

/** Implemented by a checked exception that knows its problem and may arrive wrapped in others. */
public interface Refusable {

    Problem problem();

    /** The first of {@code thrown} and its causes that knows its problem. */
    static @Nullable Refusable in(@Nullable Throwable thrown) {
        int depth = 0;
        for (Throwable cause = thrown; cause != null && depth < 16; cause = cause.getCause()) {
            if (cause instanceof Refusable refusable) {
                return refusable;
            }
            depth++;
        }
        return null;
    }
}
