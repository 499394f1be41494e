package org.citycertification.http.bearer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class IssuerKeysTests {

    private final JWK first = key("first");
    private final JWK second = key("second");

    private long now;
    private int fetched;
    private boolean away;
    private List<JWK> published = List.of(first);

    private final IssuerKeys keys = new IssuerKeys(this::fetch, () -> now);

    @Test
    void fetchesOnceAndAgainWhenOld() throws Exception {
        assertThat(find("first")).isTrue();
        pass(Duration.ofMinutes(5));
        assertThat(find("first")).isTrue();
        assertThat(fetched).isEqualTo(1);
        pass(Duration.ofSeconds(1));
        assertThat(find("first")).isTrue();
        assertThat(fetched).isEqualTo(2);
    }

    @Test
    void findsANewKeyWithoutWaitingForTheOldOnesToAge() throws Exception {
        find("first");
        published = List.of(first, second);
        pass(Duration.ofSeconds(11));
        assertThat(find("second")).isTrue();
    }

    @Test
    void isNotMadeToHammerTheIssuerByInventedKeys() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            assertThat(find("invented-" + i)).isFalse();
            pass(Duration.ofMillis(10));
        }
        assertThat(fetched).isLessThanOrEqualTo(2);
    }

    @Test
    void goesOnWithKnownKeysForAnHourWhileTheIssuerIsAway() throws Exception {
        find("first");
        away = true;
        pass(Duration.ofMinutes(59));
        assertThat(find("first")).isTrue();
        pass(Duration.ofMinutes(2));
        assertThatThrownBy(() -> find("first")).isInstanceOf(RemoteKeySourceException.class);
    }

    @Test
    void reportsAnIssuerThatWasNeverThereAndAsksItOnceASecond() throws Exception {
        away = true;
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> find("first")).isInstanceOf(RemoteKeySourceException.class);
        }
        assertThat(fetched).isEqualTo(1);
        away = false;
        pass(Duration.ofMillis(1_001));
        assertThat(find("first")).isTrue();
    }

    private boolean find(String id) throws RemoteKeySourceException {
        return !keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null)
                .isEmpty();
    }

    private JWKSet fetch() throws IOException {
        fetched++;
        if (away) {
            throw new IOException("Connection refused");
        }
        return new JWKSet(published);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private static JWK key(String id) {
        return new OctetSequenceKey.Builder(new byte[32]).keyID(id).build();
    }
}
