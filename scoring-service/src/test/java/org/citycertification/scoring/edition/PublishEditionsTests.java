package org.citycertification.scoring.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.citycertification.scoring.edition.EditionFixtures.criterion;
import static org.citycertification.scoring.edition.EditionFixtures.editionOf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citycertification.scoring.edition.domain.ContentHash;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.edition.domain.Retirement;
import org.junit.jupiter.api.Test;

class PublishEditionsTests {

    private final Map<EditionId, ContentHash> topic = new HashMap<>();
    private final List<PublishedEdition> written = new ArrayList<>();

    @Test
    void publishesWhatIsNewAndOnlyOnce() {
        var edition = editionOf(criterion("TT1"));

        publishing(edition).publish();
        publishing(edition).publish();

        assertThat(written).containsExactly(PublishedEdition.of(edition));
    }

    @Test
    void refusesOtherContentUnderAPublishedId() {
        publishing(editionOf(criterion("TT1"))).publish();

        assertThatExceptionOfType(EditionConflict.class)
                .isThrownBy(() -> publishing(editionOf(criterion("TT1"), criterion("TT2")))
                        .publish())
                .withMessageContaining("Edition test-r1 is already published with content ")
                .withMessageContaining("give the new content a new id");
        assertThat(written).hasSize(1);
    }

    private PublishEditions publishing(Edition edition) {
        return new PublishEditions(() -> List.of(edition), InMemoryLog::new);
    }

    private final class InMemoryLog implements EditionLog {
        @Override
        public Optional<ContentHash> published(EditionId id) {
            return Optional.ofNullable(topic.get(id));
        }

        @Override
        public void publish(PublishedEdition edition) {
            topic.put(edition.edition().id(), edition.hash());
            written.add(edition);
        }

        @Override
        public Optional<Retirement> retirement(EditionId id) {
            return Optional.empty();
        }

        @Override
        public void retire(EditionId id, Retirement retirement) {
            throw new UnsupportedOperationException("a start retires nothing");
        }

        @Override
        public void close() {}
    }
}
