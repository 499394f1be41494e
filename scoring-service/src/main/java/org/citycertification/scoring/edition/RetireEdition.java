package org.citycertification.scoring.edition;

import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.edition.domain.Retirement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a published edition out of use, for ever. What was sent under it goes on. */
public class RetireEdition {

    private static final Logger log = LoggerFactory.getLogger(RetireEdition.class);

    private final EditionTurn turn;
    private final Editions editions;

    public RetireEdition(EditionTurn turn, Editions editions) {
        this.turn = turn;
        this.editions = editions;
    }

    /** What came of an attempt to retire an edition. */
    public sealed interface Outcome {

        /** It was open, and is retired now. */
        record Retired(EditionId id, Retirement retirement) implements Outcome {}

        /** It was retired before, for the same reason. */
        record Known(EditionId id, Retirement retirement) implements Outcome {}

        /** It was retired before, for another reason, which stays. */
        record OtherReason(EditionId id, Retirement retirement) implements Outcome {}

        /** No such edition is published. */
        record Unknown() implements Outcome {}
    }

    /** Retires it, unless it is retired already. Fails only for passing trouble of the log. */
    public Outcome retire(EditionId id, Retirement retirement) {
        return turn.take(published -> retire(id, retirement, published));
    }

    private Outcome retire(EditionId id, Retirement retirement, EditionLog published) {
        if (published.published(id).isEmpty()) {
            return new Outcome.Unknown();
        }
        var before = published.retirement(id);
        if (before.isPresent()) {
            return before.get().reason().equals(retirement.reason())
                    ? new Outcome.Known(id, before.get())
                    : new Outcome.OtherReason(id, before.get());
        }
        published.retire(id, retirement);
        log.info("Edition {} is retired by {}", id, retirement.actor());
        if (!editions.awaitAllPublished()) {
            log.info("That edition {} is retired is not read back yet; it will be in a moment", id);
        }
        return new Outcome.Retired(id, retirement);
    }
}
