package org.citycertification.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** A file of ports and the JVMs that hold them, changed only under a lock that all JVMs of the machine share. */
final class PortLedger {

    private static final int FIRST = 20_000;
    private static final int LAST = 29_999;
    private static final Duration LOCKED_WITHIN = Duration.ofSeconds(30);
    private static final String NEXT = "next";

    private final Path entries;
    private final Path lock;

    PortLedger(Path directory) {
        this.entries = directory.resolve("city-certification-ports");
        this.lock = directory.resolve("city-certification-ports.lock");
    }

    static PortLedger ofThisMachine() {
        return new PortLedger(Path.of(System.getProperty("java.io.tmpdir")));
    }

    synchronized List<Integer> reserve(int count, IntPredicate isFree) {
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (!Waiting.until(LOCKED_WITHIN, () -> locks(channel))) {
                throw new PlatformException("The list of ports is locked by another process: " + lock);
            }
            return reserveLocked(count, isFree);
        } catch (IOException failed) {
            throw new PlatformException("The list of ports cannot be used: " + entries, failed);
        }
    }

    /** The lock ends with the channel. */
    private static boolean locks(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldInThisJvm) {
            return false;
        } catch (IOException failed) {
            throw new PlatformException("The list of ports cannot be locked.", failed);
        }
    }

    private List<Integer> reserveLocked(int count, IntPredicate isFree) throws IOException {
        var held = read();
        var cursor = held.remove(NEXT);
        var next = cursor == null ? FIRST : Integer.parseInt(cursor);
        held.values().removeIf(holder -> !isAlive(holder));
        List<Integer> found = new ArrayList<>();
        for (var tried = 0; tried <= LAST - FIRST && found.size() < count; tried++) {
            var port = next;
            next = port == LAST ? FIRST : port + 1;
            if (!held.containsKey(String.valueOf(port)) && isFree.test(port)) {
                held.put(String.valueOf(port), me());
                found.add(port);
            }
        }
        if (found.size() < count) {
            throw new PlatformException("No " + count + " free ports between " + FIRST + " and " + LAST + ".");
        }
        held.put(NEXT, String.valueOf(next));
        Files.write(entries, held.entrySet().stream().map(Map.Entry::toString).toList());
        return List.copyOf(found);
    }

    private Map<String, String> read() throws IOException {
        Map<String, String> held = new TreeMap<>();
        if (Files.exists(entries)) {
            for (var line : Files.readAllLines(entries)) {
                var parts = line.split("=", 2);
                if (parts.length == 2) {
                    held.put(parts[0], parts[1]);
                }
            }
        }
        return held;
    }

    private static String me() {
        return describe(ProcessHandle.current());
    }

    private static boolean isAlive(String holder) {
        var pid = Long.parseLong(holder.substring(0, holder.indexOf('@')));
        return ProcessHandle.of(pid)
                .filter(process -> describe(process).equals(holder))
                .isPresent();
    }

    /** A process id alone would be mistaken once the system uses it again. */
    private static String describe(ProcessHandle process) {
        var start = process.info()
                .startInstant()
                .map(instant -> instant.toEpochMilli())
                .orElse(0L);
        return process.pid() + "@" + start;
    }
}
