package org.citycertification.cli.deadletters;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citycertification.cli.Connection;
import org.citycertification.cli.Exit;
import org.citycertification.schemas.deadletter.DeadLetterFile;
import org.citycertification.schemas.deadletter.v1.DeadLetterEvent;
import org.citycertification.schemas.deadletter.v1.Outcome;
import org.citycertification.schemas.deadletter.v1.Resolution;

/** Has the services of letters carry out one resolution, and says what came of it. */
final class Resolving {
    private final Connection connection;
    private final LetterTopics topics;
    private final Resolution resolution;
    private final Duration patience;

    Resolving(Connection connection, Resolution resolution, Duration patience) {
        this.connection = connection;
        this.topics = new LetterTopics(connection);
        this.resolution = resolution;
        this.patience = patience;
    }

    /** Asks, unless the letter is closed or exactly this is asked already, and waits for the answer. */
    Answer resolve(LetterId id) {
        DeadLetterFile file = ShowLetter.find(topics, id);
        if (!file.state().isOpen()) {
            return closed(file);
        }
        Questions questions = Questions.of(file);
        Optional<DeadLetterEvent> before = questions.same(resolution);
        var asking = new Asking(connection, id);
        DeadLetterEvent asked = before.orElseGet(() -> asking.ask(resolution, file));
        Answer answer = asking.await(asked.getEventId(), patience)
                .map(outcome -> answer(file, outcome))
                .orElseGet(() -> none(id, questions.before(asked)));
        return before.isEmpty()
                ? answer
                : answer.after("This was asked already, at " + asked.getOccurredAt() + ", and is not asked again.");
    }

    private Answer closed(DeadLetterFile file) {
        return new ClosedLetter(file, () -> successor(file)).answerTo(resolution);
    }

    private Answer answer(DeadLetterFile file, Outcome outcome) {
        LetterId id = LetterId.of(file.letter().record());
        String result = LetterView.words(outcome.getResult());
        return switch (outcome.getResult()) {
            case APPLIED, ALREADY_APPLIED, PARKED, DISCARDED -> new Answer(id, result, outcome.getDetail(), Exit.DONE);
            case FAILED_AGAIN -> {
                Optional<LetterId> next = successor(file);
                String where = next.map(letter -> " It is " + letter).orElse("");
                yield new Answer(id, result, outcome.getDetail() + where, Exit.NOT_DONE, next.orElse(null));
            }
            case NO_EFFECT, UNKNOWN -> withoutEffect(id, outcome);
        };
    }

    /** Somebody else's question may have closed the letter first; what that did is what its user wants to know. */
    private Answer withoutEffect(LetterId id, Outcome outcome) {
        DeadLetterFile now = ShowLetter.find(topics, id);
        return now.state().isOpen()
                ? new Answer(id, LetterView.words(outcome.getResult()), outcome.getDetail(), Exit.NOT_DONE)
                : closed(now);
    }

    private Answer none(LetterId id, List<DeadLetterEvent> earlier) {
        String when = earlier.isEmpty()
                ? "it does what was asked when it runs again."
                : "when it runs again, it first takes what was asked before, and does this only if the letter is then"
                        + " still open: "
                        + earlier.stream().map(Resolving::sentence).collect(Collectors.joining("; "));
        return new Answer(
                id,
                "no answer",
                "The service has not answered within " + patience.toSeconds() + " s; " + when,
                Exit.NO_ANSWER);
    }

    private static String sentence(DeadLetterEvent asked) {
        Resolution earlier = asked.getResolution();
        return "%s by %s: %s".formatted(LetterView.wish(earlier), earlier.getActor(), earlier.getReason());
    }

    /** The letter of the same record's next refusal. */
    private Optional<LetterId> successor(DeadLetterFile file) {
        LetterId id = LetterId.of(file.letter().record());
        return topics.read(List.of(id.topic())).files().stream()
                .map(DeadLetterFile::letter)
                .filter(letter -> letter.record().partition() == id.partition()
                        && letter.sourceOffset() == file.letter().sourceOffset()
                        && letter.attempt() == file.letter().attempt() + 1)
                .map(letter -> LetterId.of(letter.record()))
                .findFirst();
    }
}
