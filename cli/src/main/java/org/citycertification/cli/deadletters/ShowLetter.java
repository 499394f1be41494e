package org.citycertification.cli.deadletters;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.citycertification.cli.CommandFailure;
import org.citycertification.cli.Connection;
import org.citycertification.cli.Exit;
import org.citycertification.schemas.deadletter.DeadLetterFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code certify dead-letters show}. */
@Command(
        name = "show",
        description = "Shows a dead letter: why it was refused, its content as far as it can be read, and its history.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  certify dead-letters show review.case.internal.v1.intake.dlt:3:17")
final class ShowLetter implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Connection connection = new Connection();

    @Parameters(
            paramLabel = "ID",
            converter = LetterId.Converter.class,
            description = "As list prints it: TOPIC:PARTITION:OFFSET.")
    private @Nullable LetterId id;

    @Option(names = "--json", description = "As a JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (id == null || spec == null) {
            return Exit.USAGE;
        }
        Map<String, Object> view = LetterView.whole(find(new LetterTopics(connection), id), connection.wire());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(LetterView.JSON.writeValueAsString(view));
        } else {
            print(view, out);
        }
        return Exit.DONE;
    }

    static DeadLetterFile find(LetterTopics topics, LetterId id) {
        return topics.read(topics.named(id.topic()::equals))
                .at(id.topicPartition(), id.offset())
                .orElseThrow(() -> new CommandFailure(
                        Exit.NOT_FOUND, "There is no dead letter " + id + "; see: certify dead-letters list --all"));
    }

    private static void print(Map<String, Object> view, PrintWriter out) {
        view.forEach((name, value) -> {
            if (value instanceof List<?> list) {
                out.println(name + (list.isEmpty() ? "  (nothing was done about it)" : ""));
                list.forEach(entry -> out.println("    " + sentence((Map<?, ?>) entry)));
            } else if (value instanceof Map<?, ?> map) {
                out.println(name);
                map.forEach((key, text) -> out.printf("    %-16s %s%n", Printable.line(key), Printable.line(text)));
            } else if (name.equals("value")) {
                out.println(name);
                out.println(LetterView.JSON.writeValueAsString(value).indent(4).stripTrailing());
            } else if (name.equals("exception")) {
                String.valueOf(value).lines().forEach(line -> out.println("    " + Printable.line(line)));
            } else {
                out.printf("%-16s %s%n", name, Printable.line(value));
            }
        });
    }

    private static String sentence(Map<?, ?> entry) {
        if (!entry.containsKey("action")) {
            return Printable.line("%s  %s: %s".formatted(entry.get("at"), entry.get("result"), entry.get("detail")));
        }
        Object version = entry.get("recordVersion");
        String action = entry.get("action") + (version == null ? "" : " as version " + version);
        return Printable.line(
                "%s  %s by %s: %s".formatted(entry.get("at"), action, entry.get("actor"), entry.get("reason")));
    }
}
