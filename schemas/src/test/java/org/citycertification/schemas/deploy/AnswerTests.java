package org.citycertification.schemas.deploy;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerTests {
    @ParameterizedTest
    @MethodSource
    void saysInOneLineWhatToDo(Exception refusal, String remedy) {
        var answer = new KafkaFutureImpl<Void>();
        answer.completeExceptionally(refusal);

        assertThatExceptionOfType(CannotDeploy.class)
                .isThrownBy(() -> Answer.of(answer, "It was not done"))
                .withMessageMatching("It was not done: .*" + remedy);
    }

    static Stream<Arguments> saysInOneLineWhatToDo() {
        return Stream.of(
                arguments(new InvalidReplicationFactorException("no\nno."), "no no. Set KAFKA_REPLICATION_FACTOR .*"),
                arguments(new SaslAuthenticationException("no"), "no\\. Are the user and password .* right\\?"),
                arguments(new TopicAuthorizationException("no."), "no\\. Name a user who may do this .*"),
                arguments(new SecurityDisabledException("no."), "Give the brokers an authorizer, .*"),
                arguments(new IllegalStateException("no."), "no\\."));
    }
}
