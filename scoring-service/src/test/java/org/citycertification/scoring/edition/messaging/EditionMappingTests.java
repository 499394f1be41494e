package org.citycertification.scoring.edition.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.citycertification.scoring.edition.EditionFixtures.criterion;
import static org.citycertification.scoring.edition.EditionFixtures.editionOf;
import static org.citycertification.scoring.edition.EditionFixtures.shipped;

import java.time.Instant;
import java.util.stream.Stream;
import org.citycertification.scoring.edition.PublishedEdition;
import org.citycertification.scoring.edition.domain.Edition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EditionMappingTests {

    private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");

    static Stream<Edition> editions() {
        return Stream.of(shipped(), editionOf(criterion("TT1"), criterion("TT2", "TT1")));
    }

    @ParameterizedTest
    @MethodSource("editions")
    void losesNothingOnTheWay(Edition edition) {
        var published = PublishedEdition.of(edition);

        var event = EditionEventMapper.toEvent(published, NOW);

        assertThat(EditionReader.read(event.getEditionId(), event.getPublished()))
                .isEqualTo(published);
        assertThat(event.getVersion()).isEqualTo(1);
        assertThat(event.getEventId())
                .isEqualTo(EditionEventMapper.toEvent(published, NOW.plusSeconds(1))
                        .getEventId());
    }

    @Test
    void refusesAnEditionThatIsNotWhatItsHashSays() {
        var event = EditionEventMapper.toEvent(PublishedEdition.of(editionOf(criterion("TT1"))), NOW);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> EditionReader.read("test-r2", event.getPublished()))
                .withMessageContaining(
                        "its content hash is " + event.getPublished().getContentHash());
    }
}
