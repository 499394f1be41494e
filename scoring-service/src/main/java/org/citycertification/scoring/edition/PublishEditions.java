package org.citycertification.scoring.edition;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes each edition that this build ships, unless it is published already. */
public class PublishEditions {

    private static final Logger log = LoggerFactory.getLogger(PublishEditions.class);

    private final ShippedEditions shipped;
    private final EditionLogs logs;

    public PublishEditions(ShippedEditions shipped, EditionLogs logs) {
        this.shipped = shipped;
        this.logs = logs;
    }

    /**
     * Compares and sets, edition by edition.
     *
     * @throws EditionConflict if other content is published under the id of a shipped edition
     */
    public void publish() {
        try (var published = logs.open()) {
            for (var edition : shipped.all()) {
                publish(PublishedEdition.of(edition), published);
            }
        }
    }

    private static void publish(PublishedEdition edition, EditionLog published) {
        var id = edition.edition().id();
        var existing = published.published(id);
        if (existing.isEmpty()) {
            published.publish(edition);
            log.info("Edition {} is published, content {}", id, edition.hash());
        } else if (!existing.get().equals(edition.hash())) {
            throw new EditionConflict(id, existing.get(), edition.hash());
        }
    }
}
