package org.citycertification.messaging.gate;

import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.citycertification.messaging.gate.Positions.Position;
import org.citycertification.schemas.deadletter.v1.Result;

/** Takes a refused record through the gate, or the gate over it; within the transaction of the resolution. */
final class Redrive<E extends SpecificRecord> {
    private final Subscription<E> subscription;
    private final Gate<E> gate;
    private final Positions positions;

    Redrive(Subscription<E> subscription, Gate<E> gate, Positions positions) {
        this.subscription = subscription;
        this.gate = gate;
        this.positions = positions;
    }

    /** Applies the record if it is its turn, parks it if that is still to come. */
    Result apply(Incoming<E> incoming) {
        if (incoming instanceof Incoming.Event<E> event) {
            return apply(event);
        }
        if (incoming instanceof Incoming.Erasure<E> erasure) {
            return erase(erasure);
        }
        throw new IllegalArgumentException("Bytes that cannot be read cannot be applied");
    }

    private Result apply(Incoming.Event<E> event) {
        EventIdentity identity = event.identity();
        Position last = lock(identity.key());
        if (identity.version() <= last.version()) {
            return Result.ALREADY_APPLIED;
        }
        if (subscription.sequence() == Sequence.GAPLESS && identity.version() > last.version() + 1) {
            gate.park(event, "Version %d was redriven at %d".formatted(identity.version(), last.version()));
            return Result.PARKED;
        }
        try {
            gate.handle(event);
        } catch (UnknownKind e) {
            gate.park(event, String.valueOf(e.getMessage()));
            return Result.PARKED;
        }
        advance(event);
        return Result.APPLIED;
    }

    private Result erase(Incoming.Erasure<E> erasure) {
        if (lock(erasure.key()).sourceOffset() > erasure.record().offset()) {
            return Result.ALREADY_APPLIED;
        }
        subscription.erasure().erase(erasure.key());
        return Result.APPLIED;
    }

    /**
     * Goes on without the record. If its version is the next one, the gate moves on now; otherwise it does when what is
     * missing before the first parked record has been discarded altogether.
     */
    Result discard(Incoming<E> incoming) {
        if (incoming instanceof Incoming.Event<E> event && subscription.sequence() == Sequence.GAPLESS) {
            long last = lock(event.identity().key()).version();
            if (event.identity().version() <= last) {
                return Result.ALREADY_APPLIED;
            }
            if (event.identity().version() == last + 1) {
                advance(event);
            }
        }
        return Result.DISCARDED;
    }

    private Position lock(String key) {
        return positions.lock(List.of(key)).getOrDefault(key, Position.NONE);
    }

    private void advance(Incoming.Event<E> event) {
        positions.save(Map.of(event.identity().key(), Position.at(event)));
    }
}
