package org.citycertification.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Docker Compose as a person types it in the root of the source tree, with a project of the test's own. */
final class Compose implements AutoCloseable {
    static final String PROJECT = "city-certification-test";
    private static final long MINUTES = 10;
    /** After the build, which this test is part of. */
    private static final Pattern README = Pattern.compile("(?m)^    mvn -q package -DskipTests && (docker .*)$");

    private static boolean built;

    private final Map<String, String> environment;
    private boolean clean;

    /** @param files compose files, each over the ones before it */
    Compose(Map<String, String> environment, String... files) {
        this.environment = new HashMap<>(environment);
        this.environment.put("COMPOSE_PROJECT_NAME", PROJECT);
        this.environment.put("COMPOSE_FILE", String.join(":", files));
    }

    /**
     * Starts everything, and returns when all that has a health check is healthy. The first start is the README's, which
     * builds the images, and forgets what a test that was cut off may have left.
     */
    void up() {
        if (!clean) {
            close();
            clean = true;
        }
        if (built) {
            upAgain();
        } else {
            explained(() -> script("bash", "-c", documentedStart()));
            built = true;
        }
    }

    /** Starts what does not run, or not like this, and returns when all that has a health check is healthy. */
    void upAgain() {
        explained(() -> run("up", "--detach", "--wait"));
    }

    /** Who does not start says why in its log. */
    private void explained(Runnable start) {
        try {
            start.run();
        } catch (IllegalStateException failed) {
            throw new IllegalStateException(
                    failed.getMessage() + "\n" + run("ps", "--all") + run("logs", "--tail", "60"), failed);
        }
    }

    private static String documentedStart() {
        try {
            Matcher command = README.matcher(Files.readString(SharedSystem.HOME.resolve("README.md")));
            if (!command.find()) {
                throw new IllegalStateException("The README says no more how to start the containers");
            }
            return command.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the command printed; it must succeed. */
    String run(String... arguments) {
        List<String> line = new ArrayList<>(List.of("docker", "compose"));
        line.addAll(List.of(arguments));
        return execute(line, environment);
    }

    /** What the engine says of a service's container, whether it runs or has ended. */
    JsonNode inspect(String service) {
        return inspectContainer(run("ps", "--all", "--quiet", service).strip());
    }

    /** The same of every container that runs. */
    List<JsonNode> inspectAll() {
        return run("ps", "--quiet").lines().map(this::inspectContainer).toList();
    }

    private JsonNode inspectContainer(String id) {
        String json = execute(List.of("docker", "inspect", id), Map.of());
        return JsonMapper.shared().readTree(json).path(0);
    }

    /** A script of the source tree that speaks of {@code docker compose} means this one. */
    String script(String... line) {
        return execute(List.of(line), environment);
    }

    /** Any command, run in the root of the source tree. */
    static String execute(List<String> line, Map<String, String> environment) {
        try {
            Path output = Files.createTempFile("command", ".out");
            var builder = new ProcessBuilder(line)
                    .directory(SharedSystem.HOME.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            String text = Files.readString(output);
            Files.delete(output);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", line) + " failed:\n" + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Stops everything, whichever profile it is of, and forgets its data. */
    @Override
    public void close() {
        run("--profile", "*", "down", "--volumes", "--remove-orphans");
    }
}
