package org.citycertification.messaging.restore;

import java.util.List;
import org.springframework.boot.ApplicationArguments;

/**
 * Whether the service was started on a database that was restored.
 *
 * @param asked true if somebody said so, by the option {@code --after-restore} or the property {@code messaging.after-restore}
 */
public record AfterRestore(boolean asked) {
    private static final String OPTION = "after-restore";

    /** What the command line says, or else the property. */
    public static AfterRestore of(ApplicationArguments arguments, boolean property) {
        List<String> values = arguments.getOptionValues(OPTION);
        return new AfterRestore(values == null ? property : values.isEmpty() || values.contains("true"));
    }
}
