package org.citycertification.cli.deadletters;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.citycertification.schemas.deadletter.DeadLetterFile;
import org.citycertification.schemas.deadletter.v1.DeadLetterEvent;
import org.citycertification.schemas.deadletter.v1.Outcome;
import org.citycertification.schemas.deadletter.v1.Resolution;

/** Resolutions of a letter that its service has not answered yet, in the order in which it takes them. */
record Questions(List<DeadLetterEvent> unanswered) {

    static Questions of(DeadLetterFile file) {
        Set<UUID> answered = file.history().stream()
                .map(DeadLetterEvent::getOutcome)
                .filter(Objects::nonNull)
                .map(Outcome::getResolutionId)
                .collect(Collectors.toSet());
        return new Questions(file.history().stream()
                .filter(event -> event.getResolution() != null && !answered.contains(event.getEventId()))
                .toList());
    }

    /** The one that says the same in every word: another reason, actor or version belongs on record. */
    Optional<DeadLetterEvent> same(Resolution resolution) {
        return unanswered.stream()
                .filter(event -> resolution.equals(event.getResolution()))
                .findFirst();
    }

    /** Those that the service takes before this one. */
    List<DeadLetterEvent> before(DeadLetterEvent asked) {
        List<DeadLetterEvent> earlier = new ArrayList<>(unanswered);
        int place = earlier.indexOf(asked);
        return place < 0 ? earlier : earlier.subList(0, place);
    }
}
