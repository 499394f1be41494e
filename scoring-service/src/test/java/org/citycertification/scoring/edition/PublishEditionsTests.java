package org.citycertification.scoring.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.citycertification.scoring.edition.EditionFixtures.criterion;
import static org.citycertification.scoring.edition.EditionFixtures.editionOf;

import java.util.List;
import org.citycertification.scoring.edition.domain.Edition;
import org.junit.jupiter.api.Test;

class PublishEditionsTests {

    private final InMemoryEditionLogs log = new InMemoryEditionLogs();

    @Test
    void publishesWhatIsNewAndOnlyOnce() {
        var edition = editionOf(criterion("TT1"));

        publishing(edition).publish();
        publishing(edition).publish();

        assertThat(log.written()).containsExactly(PublishedEdition.of(edition));
    }

    @Test
    void refusesOtherContentUnderAPublishedId() {
        publishing(editionOf(criterion("TT1"))).publish();

        assertThatExceptionOfType(EditionConflict.class)
                .isThrownBy(() -> publishing(editionOf(criterion("TT1"), criterion("TT2")))
                        .publish())
                .withMessageContaining("Edition test-r1 is already published with content ")
                .withMessageContaining("give the new content a new id");
        assertThat(log.written()).hasSize(1);
    }

    private PublishEditions publishing(Edition edition) {
        return new PublishEditions(() -> List.of(edition), log);
    }
}
