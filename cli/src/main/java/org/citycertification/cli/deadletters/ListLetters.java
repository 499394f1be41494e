package org.citycertification.cli.deadletters;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.citycertification.cli.Connection;
import org.citycertification.cli.Exit;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.deadletter.DeadLetter;
import org.citycertification.schemas.deadletter.DeadLetterFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code certify dead-letters list}. */
@Command(
        name = "list",
        description = "Lists the dead letters about which something has to be done, oldest first.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  certify dead-letters list --service review",
            "  certify dead-letters list --ids \\",
            "    | xargs certify dead-letters redrive --reason 'repaired in 1.4.2'",
            "  certify dead-letters list --all --json"
        })
final class ListLetters implements Callable<Integer> {
    private static final int LONGEST_KEY = 36;
    private static final int LONGEST_REASON = 100;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Connection connection = new Connection();

    @Option(names = "--service", paramLabel = "NAME", description = "Only what this service refused.")
    private @Nullable String service;

    @Option(names = "--topic", paramLabel = "NAME", description = "Only from this topic; its own name or its source's.")
    private @Nullable String topic;

    @Option(names = "--all", description = "Also those that were closed.")
    private boolean all;

    @Option(names = "--ids", description = "Only the IDs, one a line.")
    private boolean ids;

    @Option(names = "--json", description = "As a JSON array.")
    private boolean json;

    @Override
    public Integer call() {
        var topics = new LetterTopics(connection);
        List<DeadLetterFile> files =
                wanted(topics.read(topics.named(this::isWanted)).files());
        if (spec != null) {
            print(files, spec.commandLine().getOut());
        }
        return Exit.DONE;
    }

    private boolean isWanted(String name) {
        return (service == null || Topics.deadLetterService(name).equals(service))
                && (topic == null
                        || name.equals(topic)
                        || name.equals(Topics.deadLetters(topic, Topics.deadLetterService(name))));
    }

    private List<DeadLetterFile> wanted(Collection<DeadLetterFile> files) {
        return files.stream()
                .filter(file -> all || file.state().isOpen())
                .sorted(Comparator.comparing(file -> file.letter().header(DeadLetter.AT)))
                .toList();
    }

    private void print(List<DeadLetterFile> files, PrintWriter out) {
        if (json) {
            out.println(LetterView.JSON.writeValueAsString(
                    files.stream().map(LetterView::summary).toList()));
        } else if (ids) {
            files.forEach(file -> out.println(LetterId.of(file.letter().record())));
        } else if (files.isEmpty()) {
            out.println(all ? "There are no dead letters." : "No dead letter is open.");
        } else {
            table(files, out);
        }
    }

    private static void table(List<DeadLetterFile> files, PrintWriter out) {
        int width = files.stream()
                .mapToInt(file -> LetterId.of(file.letter().record()).toString().length())
                .max()
                .orElse(2);
        String row = "%-" + width + "s  %-12s  %-20s  %-36s  %s%n";
        out.printf(row, "ID", "STATE", "REFUSED AT", "KEY", "REASON");
        for (DeadLetterFile file : files) {
            Map<String, Object> view = LetterView.summary(file);
            out.printf(
                    row,
                    view.get("id"),
                    view.get("state"),
                    Printable.line(String.valueOf(view.get("at")).replaceFirst("\\.\\d+Z$", "Z"), 20),
                    Printable.line(view.getOrDefault("key", ""), LONGEST_KEY),
                    Printable.line(view.getOrDefault("reason", ""), LONGEST_REASON));
        }
    }
}
