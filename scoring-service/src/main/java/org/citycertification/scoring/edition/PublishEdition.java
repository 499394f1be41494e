package org.citycertification.scoring.edition;

import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.EditionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes an edition that somebody hands in: compares and sets, so that what is published never changes. */
public class PublishEdition {

    private static final Logger log = LoggerFactory.getLogger(PublishEdition.class);

    private final EditionFormat format;
    private final EditionTurn turn;
    private final Editions editions;

    public PublishEdition(EditionFormat format, EditionTurn turn, Editions editions) {
        this.format = format;
        this.turn = turn;
        this.editions = editions;
    }

    /** Publishes the edition in the file, which must be the one named. Fails only for passing trouble of the log. */
    public Publication publish(EditionId named, byte[] file) {
        return format.read(file).fold(edition -> publish(named, edition), Publication.Faulty::new);
    }

    private Publication publish(EditionId named, Edition edition) {
        if (!named.equals(edition.id())) {
            return new Publication.Misnamed(named, edition.id());
        }
        var published = PublishedEdition.of(edition);
        return turn.take(log -> compareAndSet(published, log));
    }

    private Publication compareAndSet(PublishedEdition edition, EditionLog published) {
        var id = edition.edition().id();
        var existing = published.published(id);
        if (existing.isPresent()) {
            return existing.get().equals(edition.hash())
                    ? new Publication.Known(
                            edition.retired(published.retirement(id).orElse(null)))
                    : new Publication.Conflict(id, existing.get(), edition.hash());
        }
        published.publish(edition);
        log.info("Edition {} is published, content {}", id, edition.hash());
        if (!editions.awaitAllPublished()) {
            log.info("Edition {} is not read back yet; it will be in a moment", id);
        }
        return new Publication.Published(edition);
    }
}
