package org.citycertification.messaging.gate;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.citycertification.messaging.gate.Positions.Position;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the gate over versions that were discarded without anybody knowing which they were. */
record DiscardedGaps(TransactionTemplate transaction, Positions positions, LetterRows letters) {

    /** Goes on to the first parked record of the key; returns false if something is missing that was not discarded. */
    boolean pass(String key) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Position last = positions.lock(List.of(key)).getOrDefault(key, Position.NONE);
            OptionalLong first = letters.firstAfterDiscarded(key, last);
            first.ifPresent(version -> positions.save(Map.of(key, last.passing(version - 1))));
            return first.isPresent();
        }));
    }
}
