package org.citycertification.pages.signin;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;

/** What an older or newer build has written and this one cannot read is as if it had not been kept: one signs in again. */
final class ReadableSessions implements Converter<byte[], @Nullable Object> {

    private static final Logger log = LoggerFactory.getLogger(ReadableSessions.class);

    private final DeserializingConverter reading;

    ReadableSessions(ClassLoader classes) {
        this.reading = new DeserializingConverter(classes);
    }

    @Override
    public @Nullable Object convert(byte[] kept) {
        try {
            return reading.convert(kept);
        } catch (SerializationFailedException unreadable) {
            log.info("A kept session is of another build and begins anew: {}", String.valueOf(unreadable.getMessage()));
            return null;
        }
    }
}
