package org.citycertification.scoring.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycertification.scoring.edition.EditionFixtures.criterion;
import static org.citycertification.scoring.edition.EditionFixtures.editionOf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citycertification.scoring.edition.Editions;
import org.citycertification.scoring.edition.PublishedEdition;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.scorecard.domain.Assessment;
import org.junit.jupiter.api.Test;

class ScoreSubmissionTests {

    private static final EditionId ID = new EditionId("test-r1");
    private static final PublishedEdition EDITION = PublishedEdition.of(editionOf(criterion("TT1")));
    private static final Assessment EMPTY = Assessment.of(List.of());

    @Test
    void scoresAgainstAKnownEditionEvenWhileOthersAreStillRead() {
        var editions = new FakeEditions(false, false, false);
        editions.known.put(ID, EDITION);

        assertThat(new ScoreSubmission(editions).score(ID, EMPTY)).isInstanceOf(Scoring.Scored.class);
    }

    @Test
    void callsNothingMissingBeforeTheTopicWasReadOnce() {
        var editions = new FakeEditions(false, true, false);

        assertThat(new ScoreSubmission(editions).score(ID, EMPTY)).isEqualTo(new Scoring.NotYet(ID));
    }

    @Test
    void callsNothingMissingBeforeTheTopicWasReadToItsPresentEnd() {
        var editions = new FakeEditions(true, false, false);

        assertThat(new ScoreSubmission(editions).score(ID, EMPTY)).isEqualTo(new Scoring.NotYet(ID));
    }

    @Test
    void findsAnEditionThatArrivesWhileItWaits() {
        var editions = new FakeEditions(true, true, true);

        assertThat(new ScoreSubmission(editions).score(ID, EMPTY)).isInstanceOf(Scoring.Scored.class);
    }

    @Test
    void saysThatAnEditionDoesNotExist() {
        var editions = new FakeEditions(true, true, false);

        assertThat(new ScoreSubmission(editions).score(ID, EMPTY)).isEqualTo(new Scoring.NoSuchEdition(ID));
    }

    private static final class FakeEditions implements Editions {
        private final Map<EditionId, PublishedEdition> known = new TreeMap<>();
        private final boolean areKnown;
        private final boolean reachesTheEnd;
        private final boolean arrives;

        FakeEditions(boolean areKnown, boolean reachesTheEnd, boolean arrives) {
            this.areKnown = areKnown;
            this.reachesTheEnd = reachesTheEnd;
            this.arrives = arrives;
        }

        @Override
        public Optional<PublishedEdition> find(EditionId id) {
            return Optional.ofNullable(known.get(id));
        }

        @Override
        public List<PublishedEdition> all() {
            return List.copyOf(known.values());
        }

        @Override
        public boolean areKnown() {
            return areKnown;
        }

        @Override
        public boolean awaitAllPublished() {
            if (arrives) {
                known.put(ID, EDITION);
            }
            return reachesTheEnd;
        }
    }
}
