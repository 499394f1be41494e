package org.citycertification.platform;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A process and its descendants as they were at one moment. */
record ProcessTree(List<ProcessHandle> members) {

    private static final Duration KILLED_WITHIN = Duration.ofSeconds(5);

    static ProcessTree of(ProcessHandle root) {
        return new ProcessTree(
                Stream.concat(Stream.of(root), root.descendants()).toList());
    }

    void kill() {
        members.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(KILLED_WITHIN);
    }

    void signal(String signal) {
        OperatingSystem.signal(signal, members);
    }

    /** Whether all were gone in time. */
    boolean awaitEnd(Duration limit) {
        return Waiting.until(limit, () -> members.stream().noneMatch(ProcessHandle::isAlive));
    }
}
