package org.citycertification.scoring.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycertification.scoring.edition.EditionFixtures.criterion;
import static org.citycertification.scoring.edition.EditionFixtures.editionOf;

import java.time.Instant;
import java.util.List;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.Retirement;
import org.junit.jupiter.api.Test;

class RetireEditionTests {

    private static final Edition EDITION = editionOf(criterion("TT1"));
    private static final Retirement FIRST =
            new Retirement(Instant.parse("2026-11-01T09:00:00Z"), "coordinator-1", "2027-r1 takes its place.");
    private static final Retirement LATER =
            new Retirement(Instant.parse("2026-11-02T09:00:00Z"), "coordinator-2", "Nobody uses it.");

    private final InMemoryEditionLogs log = new InMemoryEditionLogs();

    @Test
    void repeatsTheWholeEditionWithItsEnd() {
        publish();

        assertThat(retire(FIRST)).isEqualTo(new RetireEdition.Outcome.Retired(EDITION.id(), FIRST));
        assertThat(log.written())
                .containsExactly(
                        PublishedEdition.of(EDITION),
                        PublishedEdition.of(EDITION).retired(FIRST));
    }

    @Test
    void theFirstEndStays() {
        publish();
        retire(FIRST);

        assertThat(retire(new Retirement(LATER.at(), LATER.actor(), FIRST.reason())))
                .isEqualTo(new RetireEdition.Outcome.Known(EDITION.id(), FIRST));
        assertThat(retire(LATER)).isEqualTo(new RetireEdition.Outcome.OtherReason(EDITION.id(), FIRST));
        assertThat(log.written()).hasSize(2);
    }

    @Test
    void theFirstEndStaysAlsoWhenItCameInBetween() {
        publish();
        log.beforeTheNextWrite(() -> retire(FIRST));

        assertThat(retire(LATER)).isEqualTo(new RetireEdition.Outcome.OtherReason(EDITION.id(), FIRST));
    }

    @Test
    void whatIsNotPublishedCannotEnd() {
        assertThat(retire(FIRST)).isEqualTo(new RetireEdition.Outcome.Unknown());
        assertThat(log.written()).isEmpty();
    }

    private void publish() {
        new PublishEditions(() -> List.of(EDITION), log).publish();
    }

    private RetireEdition.Outcome retire(Retirement retirement) {
        return new RetireEdition(new EditionTurn(log), new Readers(true)).retire(EDITION.id(), retirement);
    }
}
