package org.citycertification.cli.deadletters;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.citycertification.cli.CommandFailure;
import org.citycertification.cli.Connection;
import org.citycertification.cli.Exit;
import org.citycertification.schemas.deadletter.v1.Action;
import org.citycertification.schemas.deadletter.v1.Resolution;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options and work of {@code redrive} and {@code discard}, which differ in what they ask for. */
final class Resolve {
    @Mixin
    private Connection connection = new Connection();

    @Parameters(
            arity = "1..*",
            paramLabel = "ID",
            converter = LetterId.Converter.class,
            description = "As list prints it: TOPIC:PARTITION:OFFSET.")
    private List<LetterId> ids = List.of();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is kept with the letter.")
    private String reason = "";

    @Option(
            names = "--actor",
            paramLabel = "ACCOUNT",
            defaultValue = "${env:CERTIFY_ACTOR:-${sys:user.name}}",
            description = "Who wants it, an account and not a person's name; default: ${DEFAULT-VALUE}.")
    private String actor = "";

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long to wait for the service's answer; default: ${DEFAULT-VALUE}.")
    private int waitSeconds;

    @Option(names = "--json", description = "As a JSON array.")
    private boolean json;

    int run(Action action, @Nullable Long recordVersion, PrintWriter out) {
        if (reason.isBlank() || actor.isBlank()) {
            throw new CommandFailure(Exit.USAGE, "--reason and --actor must say something.");
        }
        var resolution = new Resolution(action, actor, reason, recordVersion);
        var resolving = new Resolving(connection, resolution, Duration.ofSeconds(waitSeconds));
        List<Answer> answers = new ArrayList<>();
        try {
            for (LetterId id : ids) {
                Answer answer = resolving.resolve(id);
                answers.add(answer);
                if (!json) {
                    out.println(answer.line());
                    out.flush();
                }
            }
        } finally {
            // What was done is said, whatever came after it.
            if (json) {
                out.println(LetterView.JSON.writeValueAsString(
                        answers.stream().map(Answer::view).toList()));
            }
        }
        return answers.stream().mapToInt(Answer::exitCode).max().orElse(Exit.DONE);
    }
}
