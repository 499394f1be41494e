package org.citycertification.scoring.edition;

import java.util.concurrent.locks.ReentrantLock;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.EditionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes an edition that somebody hands in: compares and sets, so that what is published never changes. */
public class PublishEdition {

    private static final Logger log = LoggerFactory.getLogger(PublishEdition.class);
    private static final int ATTEMPTS = 5;

    private final EditionFormat format;
    private final EditionLogs logs;
    private final Editions editions;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public PublishEdition(EditionFormat format, EditionLogs logs, Editions editions) {
        this.format = format;
        this.logs = logs;
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
        oneAtATime.lock();
        try {
            return compareAndSet(PublishedEdition.of(edition));
        } finally {
            oneAtATime.unlock();
        }
    }

    private Publication compareAndSet(PublishedEdition edition) {
        for (int attempt = 1; ; attempt++) {
            try (var published = logs.open()) {
                return compareAndSet(edition, published);
            } catch (EditionLogTaken e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                log.info("Another instance publishes editions too; trying again");
            }
        }
    }

    private Publication compareAndSet(PublishedEdition edition, EditionLog published) {
        var id = edition.edition().id();
        var existing = published.published(id);
        if (existing.isPresent()) {
            return existing.get().equals(edition.hash())
                    ? new Publication.Known(edition)
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
