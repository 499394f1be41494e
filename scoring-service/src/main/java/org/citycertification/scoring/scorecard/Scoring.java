package org.citycertification.scoring.scorecard;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.citycertification.scoring.edition.PublishedEdition;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.scorecard.domain.Scorecard;

/** What came of an attempt to score a submission. */
public sealed interface Scoring {

    <T> T fold(
            BiFunction<PublishedEdition, Scorecard, T> scored,
            Function<EditionId, T> noSuchEdition,
            Function<EditionId, T> notYet);

    /** It was evaluated against this edition. */
    record Scored(PublishedEdition edition, Scorecard scorecard) implements Scoring {
        @Override
        public <T> T fold(
                BiFunction<PublishedEdition, Scorecard, T> scored,
                Function<EditionId, T> noSuchEdition,
                Function<EditionId, T> notYet) {
            return scored.apply(edition, scorecard);
        }
    }

    /** Everything published is known, and this edition is not among it. */
    record NoSuchEdition(EditionId edition) implements Scoring {
        @Override
        public <T> T fold(
                BiFunction<PublishedEdition, Scorecard, T> scored,
                Function<EditionId, T> noSuchEdition,
                Function<EditionId, T> notYet) {
            return noSuchEdition.apply(edition);
        }
    }

    /** The edition is not known, but it may be published all the same; ask again later. */
    record NotYet(EditionId edition) implements Scoring {
        @Override
        public <T> T fold(
                BiFunction<PublishedEdition, Scorecard, T> scored,
                Function<EditionId, T> noSuchEdition,
                Function<EditionId, T> notYet) {
            return notYet.apply(edition);
        }
    }
}
