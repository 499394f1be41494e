package org.citycertification.scoring.edition.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.citycertification.messaging.mirror.TopicMirror;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.scoring.v1.EditionEvent;
import org.citycertification.scoring.edition.Editions;
import org.citycertification.scoring.edition.PublishedEdition;
import org.citycertification.scoring.edition.domain.EditionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The edition topic in memory. */
final class MirroredEditions implements Editions {

    private static final Logger log = LoggerFactory.getLogger(MirroredEditions.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final ConcurrentSkipListMap<EditionId, PublishedEdition> editions = new ConcurrentSkipListMap<>();
    private final TopicMirror<EditionEvent> mirror = TopicMirror.of(Topics.EDITION, EditionEvent.class, this::remember);

    TopicMirror<EditionEvent> mirror() {
        return mirror;
    }

    private void remember(EditionEvent event) {
        var published = event.getPublished();
        if (published == null) {
            log.error("Edition {} has an event of a kind that this build does not know", event.getEditionId());
            return;
        }
        try {
            var edition = EditionReader.read(event);
            editions.merge(edition.edition().id(), edition, MirroredEditions::newer);
        } catch (IllegalArgumentException e) {
            log.error("Edition {} cannot be used by this build: {}", event.getEditionId(), e.getMessage());
        }
    }

    /** Content never changes, and a retired edition stays so, also while the topic is read again from its beginning. */
    private static PublishedEdition newer(PublishedEdition known, PublishedEdition news) {
        return known.retirement() == null && news.hash().equals(known.hash()) ? news : known;
    }

    @Override
    public Optional<PublishedEdition> find(EditionId id) {
        return Optional.ofNullable(editions.get(id));
    }

    @Override
    public List<PublishedEdition> all() {
        return List.copyOf(editions.values());
    }

    @Override
    public boolean areKnown() {
        return mirror.caughtUp();
    }

    @Override
    public boolean awaitAllPublished() {
        return mirror.awaitCurrentEnd(LONGEST_WAIT);
    }
}
