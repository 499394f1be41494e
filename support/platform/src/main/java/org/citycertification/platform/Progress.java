package org.citycertification.platform;

import java.time.Duration;

/** Hears how a start goes; called from several threads at once. */
public interface Progress {

    /** For those who do not want to know. */
    Progress SILENT = new Progress() {};

    /** The process was launched. */
    default void starting(ManagedProcess process) {}

    /** The process answers. */
    default void ready(ManagedProcess process, Duration took) {}
}
