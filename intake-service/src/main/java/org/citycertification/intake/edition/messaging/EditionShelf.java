package org.citycertification.intake.edition.messaging;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citycertification.intake.edition.domain.Edition;
import org.citycertification.intake.edition.domain.EditionId;
import org.citycertification.intake.edition.domain.Retirement;
import org.citycertification.schemas.scoring.v1.ChecklistItem;
import org.citycertification.schemas.scoring.v1.Criterion;
import org.citycertification.schemas.scoring.v1.EditionEvent;
import org.citycertification.schemas.scoring.v1.EditionPublished;
import org.citycertification.schemas.scoring.v1.EditionRetired;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The editions read so far. */
final class EditionShelf {
    private static final Logger log = LoggerFactory.getLogger(EditionShelf.class);

    private final Map<EditionId, Edition> editions = new ConcurrentHashMap<>();

    /** A retired edition stays so, also while the topic is read again from its beginning. */
    void put(EditionEvent event) {
        EditionPublished published = event.getPublished();
        if (published == null) {
            log.warn("Edition {} has news that this build does not know; it is kept as it was", event.getEditionId());
            return;
        }
        var id = new EditionId(event.getEditionId());
        editions.merge(
                id,
                edition(id, published, event.getRetired()),
                (known, news) -> known.retirement() == null ? news : known);
    }

    Optional<Edition> find(EditionId id) {
        return Optional.ofNullable(editions.get(id));
    }

    List<Edition> all() {
        return List.copyOf(editions.values());
    }

    private static Edition edition(EditionId id, EditionPublished published, @Nullable EditionRetired retired) {
        Map<String, Set<String>> checklists = new HashMap<>();
        answerable(published).forEach(criterion -> checklists.put(criterion.getCode(), items(criterion)));
        return new Edition(
                id,
                checklists,
                published.getMinimumPopulation(),
                new HashSet<>(published.getCountries()),
                published.getValidFrom(),
                retired == null ? null : new Retirement(retired.getRetiredAt(), retired.getReason()));
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
