package org.citycertification.messaging.gate;

import java.util.UUID;

/**
 * What the gate needs to know of an event.
 *
 * @param key id of the aggregate
 * @param version the aggregate's version on its topic: 1, 2, 3
 * @param eventId unique name of the event
 */
public record EventIdentity(String key, long version, UUID eventId) {}
