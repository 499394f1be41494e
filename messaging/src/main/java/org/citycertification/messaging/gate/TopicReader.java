package org.citycertification.messaging.gate;

/** The reader of a topic, and the reader of what is to be done about its dead letters. */
record TopicReader(
        String topic,
        GateListener<?> listener,
        String letterTopic,
        ResolutionListener<?> resolutions,
        Positions letterPositions) {}
