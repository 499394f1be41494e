package org.citycertification.messaging.gate;

/** Forgets what a compacted topic has forgotten. */
@FunctionalInterface
public interface ErasureHandler {
    /** Called for a record without a value, inside the transaction of the batch. */
    void erase(String key);
}
