package org.citycertification.schemas.wire;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.apache.avro.io.EncoderFactory;
import org.citycertification.platform.Part;
import org.citycertification.platform.TestPlatform;
import org.citycertification.schemas.Topic;
import org.citycertification.schemas.intake.v1.ContactEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that somebody wrote to do harm. */
@Tag("adapters")
class HostileBytesTests {
    private static final UUID ID = UUID.fromString("11111111-1111-4111-8111-111111111111");

    private static WireFormat wire;
    private static byte[] good;

    @BeforeAll
    static void encode() {
        TestPlatform platform = TestPlatform.shared(Part.REGISTRY);
        wire = new WireFormat(Registries.client(platform.registryUrl()), true);
        good = wire.encode(
                Topic.CONTACT.topicName(),
                ContactEvent.newBuilder()
                        .setEventId(ID)
                        .setOccurredAt(Instant.EPOCH)
                        .setContactId(ID)
                        .setVersion(1)
                        .build());
    }

    @Test
    void readsWhatWasMeant() {
        wire.decode(good, ContactEvent.class);
    }

    /** The first field is a text, so its length stands at once behind the header. */
    @ParameterizedTest
    @ValueSource(longs = {Integer.MAX_VALUE - 16, 1_900_000_000L, 3_000_000L, -1, Long.MAX_VALUE})
    void makesNoRoomForALengthThatIsOnlyClaimed(long claimed) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(good, 0, WireFormat.HEADER);
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        encoder.writeLong(claimed);
        encoder.flush();
        bytes.writeBytes(Arrays.copyOfRange(good, WireFormat.HEADER + 1, good.length));

        assertThatExceptionOfType(UndecodableRecord.class)
                .isThrownBy(() -> wire.decode(bytes.toByteArray(), ContactEvent.class));
    }
}
