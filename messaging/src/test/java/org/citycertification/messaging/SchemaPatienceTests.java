package org.citycertification.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.citycertification.messaging.failure.SchemaPatience;
import org.citycertification.schemas.wire.UnknownSchemaId;
import org.junit.jupiter.api.Test;

class SchemaPatienceTests {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final SchemaPatience patience = new SchemaPatience(Duration.ofSeconds(30), () -> now);

    @Test
    void runsFromWhenASchemaWasFirstMetWhicheverRecordCarriesIt() {
        assertThat(patience.lasts(unknown(7))).isTrue();
        now = now.plusSeconds(29);
        assertThat(patience.lasts(unknown(7))).isTrue();
        now = now.plusSeconds(1);

        assertThat(patience.lasts(unknown(7))).isFalse();
        assertThat(patience.lasts(unknown(8))).isTrue();
        assertThat(patience.lasts(unknown(7))).isFalse();
    }

    @Test
    void isNoneWhereRecordsAreRefusedAtOnce() {
        assertThat(new SchemaPatience(Duration.ZERO, () -> now).lasts(unknown(7)))
                .isFalse();
    }

    private static UnknownSchemaId unknown(int id) {
        return new UnknownSchemaId(id, new IllegalStateException());
    }
}
