package org.citycertification.messaging.gate;

import java.util.Optional;

/**
 * The reader of a topic, and the reader of what is to be done about its dead letters.
 *
 * @param expiry closes letters that their topic holds no longer, where letters are kept for a time only
 */
record TopicReader(
        String topic,
        GateListener<?> listener,
        String letterTopic,
        ResolutionListener<?> resolutions,
        Positions letterPositions,
        Optional<ExpiredLetters> expiry) {}
