package org.citycertification.intake.edition.messaging;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.citycertification.intake.edition.Editions;
import org.citycertification.intake.edition.EditionsUnavailable;
import org.citycertification.intake.edition.domain.Edition;
import org.citycertification.intake.edition.domain.EditionId;

/** Editions from memory; one that is not there is looked for until the end that its topic has now. */
final class MirroredEditions implements Editions {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final EditionShelf shelf;
    private final Predicate<Duration> awaitCurrentEnd;

    MirroredEditions(EditionShelf shelf, Predicate<Duration> awaitCurrentEnd) {
        this.shelf = shelf;
        this.awaitCurrentEnd = awaitCurrentEnd;
    }

    @Override
    public Optional<Edition> find(EditionId id) {
        Optional<Edition> known = shelf.find(id);
        if (known.isPresent()) {
            return known;
        }
        if (!awaitCurrentEnd.test(PATIENCE)) {
            throw new EditionsUnavailable("The topic of editions cannot be read at the moment");
        }
        return shelf.find(id);
    }

    @Override
    public List<EditionId> openOn(LocalDate day) {
        return shelf.all().stream()
                .filter(edition -> edition.isOpenOn(day))
                .map(Edition::id)
                .sorted(Comparator.comparing(EditionId::value))
                .toList();
    }
}
