package org.citycertification.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NoticeStateTests {
    private static final Map<String, String> ALLOWED = Map.of(
            "QUEUED", "WAITING_FOR_CONTACT SENDING SENT SUPERSEDED SUPPRESSED",
            "WAITING_FOR_CONTACT", "QUEUED SUPERSEDED SUPPRESSED",
            "SENDING", "SENT RETRY FAILED UNCERTAIN",
            "SENT", "",
            "RETRY", "SENDING SENT SUPERSEDED SUPPRESSED",
            "FAILED", "QUEUED",
            "UNCERTAIN", "SENDING SENT SUPERSEDED SUPPRESSED",
            "SUPERSEDED", "",
            "SUPPRESSED", "");

    static Stream<Arguments> everyPair() {
        return Stream.of(NoticeState.values())
                .flatMap(from -> Stream.of(NoticeState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource("everyPair")
    void mayFollowOnlyAsTheTableSays(NoticeState from, NoticeState to) {
        String allowed = Objects.requireNonNull(ALLOWED.get(from.name()));

        assertThat(from.mayBecome(to)).isEqualTo(List.of(allowed.split(" ")).contains(to.name()));
        assertThat(to.before().contains(from.name())).isEqualTo(from.mayBecome(to));
    }

    @ParameterizedTest
    @EnumSource(NoticeState.class)
    void isReachedFromTheFirstState(NoticeState state) {
        assertThat(state == NoticeState.QUEUED || !state.before().isEmpty()).isTrue();
    }
}
