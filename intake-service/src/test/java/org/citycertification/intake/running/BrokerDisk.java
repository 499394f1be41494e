package org.citycertification.intake.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** What the broker keeps on its disk; it deletes as slowly as before once this is closed. */
final class BrokerDisk implements AutoCloseable {
    private static final String HOUR = "3600000";

    private final Admin admin;
    private final List<String> hurried = new ArrayList<>();

    BrokerDisk(String bootstrapServers) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** The same as after an hour and more, without the hour. */
    void compactWithinSeconds(String topic) throws ExecutionException, InterruptedException {
        hurried.add(topic);
        set(
                new ConfigResource(ConfigResource.Type.TOPIC, topic),
                Map.of("segment.ms", "100", "max.compaction.lag.ms", "100", "file.delete.delay.ms", "100"));
        set(new ConfigResource(ConfigResource.Type.BROKER, ""), Map.of("log.cleaner.backoff.ms", "200"));
    }

    private void set(ConfigResource resource, Map<String, String> values)
            throws ExecutionException, InterruptedException {
        Collection<AlterConfigOp> changes = values.entrySet().stream()
                .map(value ->
                        new AlterConfigOp(new ConfigEntry(value.getKey(), value.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        admin.incrementalAlterConfigs(Map.of(resource, changes)).all().get();
    }

    /** The files that hold the text, of all topics, those about to be deleted included. */
    List<Path> filesWith(String text) throws ExecutionException, InterruptedException {
        List<Path> found = new ArrayList<>();
        for (var directories :
                admin.describeLogDirs(List.of(1)).allDescriptions().get().values()) {
            for (String directory : directories.keySet()) {
                found.addAll(filesWith(text, Path.of(directory)));
            }
        }
        return found;
    }

    private static List<Path> filesWith(String text, Path directory) {
        while (true) {
            try (Stream<Path> files = Files.walk(directory)) {
                return files.filter(file -> holds(file, text)).toList();
            } catch (UncheckedIOException e) {
                requireGone(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A file that the broker deletes while the directory is walked makes the walk begin again. */
    private static void requireGone(UncheckedIOException failure) {
        if (!(failure.getCause() instanceof NoSuchFileException)) {
            throw failure;
        }
    }

    /** One byte, one character: a text in UTF-8 is found by its bytes, whatever is around it. */
    private static boolean holds(Path file, String text) {
        try {
            return Files.isRegularFile(file)
                    && Files.readString(file, StandardCharsets.ISO_8859_1)
                            .contains(new String(text.getBytes(UTF_8), StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws ExecutionException, InterruptedException {
        for (String topic : hurried) {
            set(
                    new ConfigResource(ConfigResource.Type.TOPIC, topic),
                    Map.of("segment.ms", HOUR, "max.compaction.lag.ms", HOUR, "file.delete.delay.ms", "60000"));
        }
        admin.close();
    }
}
