package org.citycertification.cli.deadletters;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citycertification.cli.CommandFailure;
import org.citycertification.cli.Connection;
import org.citycertification.cli.Exit;
import org.citycertification.schemas.deadletter.DeadLetterFile;
import org.citycertification.schemas.deadletter.DeadLetterLog;
import org.citycertification.schemas.deadletter.LetterState;
import org.citycertification.schemas.deadletter.v1.Action;
import org.citycertification.schemas.deadletter.v1.Outcome;
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

    /** What came of it for one letter. */
    private record Answer(
            LetterId id,
            String result,
            String detail,
            int exitCode,
            @Nullable LetterId newLetter) {}

    int run(Action action, @Nullable Long recordVersion, PrintWriter out) {
        if (reason.isBlank() || actor.isBlank()) {
            throw new CommandFailure(Exit.USAGE, "--reason and --actor must say something.");
        }
        var topics = new LetterTopics(connection);
        var resolution = new Resolution(action, actor, reason, recordVersion);
        List<Answer> answers = new ArrayList<>();
        for (LetterId id : ids) {
            Answer answer = one(topics, id, resolution);
            answers.add(answer);
            if (!json) {
                out.println(Printable.line(id + "  " + answer.result() + ": " + answer.detail()));
                out.flush();
            }
        }
        if (json) {
            out.println(LetterView.JSON.writeValueAsString(
                    answers.stream().map(Resolve::view).toList()));
        }
        return answers.stream().mapToInt(Answer::exitCode).max().orElse(Exit.DONE);
    }

    private static Map<String, Object> view(Answer answer) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", answer.id().toString());
        view.put("result", answer.result());
        view.put("detail", answer.detail());
        if (answer.newLetter() != null) {
            view.put("newLetter", answer.newLetter().toString());
        }
        return view;
    }

    private Answer one(LetterTopics topics, LetterId id, Resolution resolution) {
        DeadLetterFile file = ShowLetter.find(topics, id);
        LetterState done = resolution.getAction() == Action.REDRIVE ? LetterState.REDRIVEN : LetterState.DISCARDED;
        if (file.state() == done) {
            return new Answer(id, LetterView.words(done), "This was done before; nothing changes.", Exit.DONE, null);
        }
        if (!file.state().isOpen()) {
            LetterId next = file.state() == LetterState.FAILED_AGAIN ? successor(topics, file) : null;
            String detail = next == null ? "The letter was closed already." : "It was refused again, as " + next;
            return new Answer(id, LetterView.words(file.state()), detail, Exit.NOT_DONE, next);
        }
        var asking = new Asking(connection, id);
        Optional<Outcome> outcome = asking.ask(resolution, file, Duration.ofSeconds(waitSeconds));
        return outcome.map(given -> answer(topics, file, given))
                .orElseGet(() -> new Answer(
                        id,
                        "no answer",
                        "The service has not answered within " + waitSeconds
                                + " s; it does what was asked when it runs again.",
                        Exit.NO_ANSWER,
                        null));
    }

    private static Answer answer(LetterTopics topics, DeadLetterFile file, Outcome outcome) {
        LetterId id = LetterId.of(file.letter().record());
        String result = LetterView.words(outcome.getResult());
        return switch (outcome.getResult()) {
            case APPLIED, ALREADY_APPLIED, PARKED, DISCARDED ->
                new Answer(id, result, outcome.getDetail(), Exit.DONE, null);
            case FAILED_AGAIN -> {
                LetterId next = successor(topics, file);
                String where = next == null ? "" : " It is " + next;
                yield new Answer(id, result, outcome.getDetail() + where, Exit.NOT_DONE, next);
            }
            case NO_EFFECT, UNKNOWN -> new Answer(id, result, outcome.getDetail(), Exit.NOT_DONE, null);
        };
    }

    /** The letter of the same record's next refusal. */
    private static @Nullable LetterId successor(LetterTopics topics, DeadLetterFile file) {
        LetterId id = LetterId.of(file.letter().record());
        DeadLetterLog log = topics.read(List.of(id.topic()));
        return log.files().stream()
                .map(DeadLetterFile::letter)
                .filter(letter -> letter.record().partition() == id.partition()
                        && letter.sourceOffset() == file.letter().sourceOffset()
                        && letter.attempt() == file.letter().attempt() + 1)
                .map(letter -> LetterId.of(letter.record()))
                .findFirst()
                .orElse(null);
    }
}
