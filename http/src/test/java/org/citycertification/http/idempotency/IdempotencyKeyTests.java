package org.citycertification.http.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTests {

    @Test
    void readsQuotedAndBareAsTheSameKey() {
        assertThat(IdempotencyKey.parse("\"abc-1\"")).isEqualTo(IdempotencyKey.parse("  abc-1 "));
        assertThat(IdempotencyKey.parse("\"a\\\"b\\\\c\"").orElseThrow().value())
                .isEqualTo("a\"b\\c");
        assertThat(IdempotencyKey.parse("x".repeat(255))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\"\"", "\"abc", "abc\"def ghi", "\"a b\"", "\"a\";p=1", "ключ", "\"a\\n\"", "a\tb"})
    void refusesEverythingElse(String header) {
        assertThat(IdempotencyKey.parse(header)).isEmpty();
    }

    @Test
    void refusesMoreThan255Characters() {
        assertThat(IdempotencyKey.parse("x".repeat(256))).isEmpty();
        assertThat(IdempotencyKey.parse('"' + "x".repeat(256) + '"')).isEmpty();
    }

    @Test
    void keepsScopesApartWhoseTextsRunIntoEachOther() {
        var key = new IdempotencyKey("k");
        byte[][] ids = {
            new RequestScope("i", "ab", "POST", "/c", key).id(),
            new RequestScope("i", "a", "POST", "b/c", key).id(),
            new RequestScope("ia", "b", "POST", "/c", key).id(),
            new RequestScope("i", "ab", "PUT", "/c", key).id(),
            new RequestScope("i", "ab", "POST", "/c", new IdempotencyKey("l")).id()
        };
        assertThat(Arrays.stream(ids).map(Arrays::toString).distinct()).hasSize(5);
        assertThat(new RequestScope("i", "ab", "POST", "/c", key).id()).isEqualTo(ids[0]);
    }
}
