package org.citycertification.intake.edition.messaging;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citycertification.intake.edition.domain.Edition;
import org.citycertification.intake.edition.domain.EditionId;
import org.citycertification.schemas.scoring.v1.ChecklistItem;
import org.citycertification.schemas.scoring.v1.Criterion;
import org.citycertification.schemas.scoring.v1.EditionEvent;
import org.citycertification.schemas.scoring.v1.EditionPublished;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The editions read so far. */
final class EditionShelf {
    private static final Logger log = LoggerFactory.getLogger(EditionShelf.class);

    private final Map<EditionId, Edition> editions = new ConcurrentHashMap<>();

    void put(EditionEvent event) {
        EditionPublished published = event.getPublished();
        if (published == null) {
            log.warn("Edition {} has news that this build does not know; it is kept as it was", event.getEditionId());
            return;
        }
        var id = new EditionId(event.getEditionId());
        editions.put(id, edition(id, published));
    }

    Optional<Edition> find(EditionId id) {
        return Optional.ofNullable(editions.get(id));
    }

    private static Edition edition(EditionId id, EditionPublished published) {
        Map<String, Set<String>> checklists = new HashMap<>();
        answerable(published).forEach(criterion -> checklists.put(criterion.getCode(), items(criterion)));
        return new Edition(id, checklists, published.getMinimumPopulation(), new HashSet<>(published.getCountries()));
    }

    /** The outcomes of a gate are answered as criteria are. */
    private static Stream<Criterion> answerable(EditionPublished published) {
        var gate = published.getOutcomeGate();
        return Stream.concat(
                published.getCriteria().stream(), gate == null ? Stream.empty() : gate.getOutcomes().stream());
    }

    private static Set<String> items(Criterion criterion) {
        return criterion.getChecklist().stream().map(ChecklistItem::getId).collect(Collectors.toUnmodifiableSet());
    }
}
