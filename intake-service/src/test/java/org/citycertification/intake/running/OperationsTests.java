package org.citycertification.intake.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.citycertification.schemas.Topics;
import org.junit.jupiter.api.Test;

class OperationsTests {
    private final RunningIntake intake = RunningIntake.shared();

    @Test
    void goesOnReceivingWhileTheBrokerIsAway() {
        String token = intake.city(intake.recorded("us-ma-brokerless"));
        Reply receipt;
        intake.platform.kafka().kill();
        try {
            receipt = intake.post(token, "brokerless", Bodies.ANSWERS);
            assertThat(receipt.status()).as(receipt.body()).isEqualTo(202);
            assertThat(intake.get(intake.actuator + "/actuator/health/readiness")
                            .status())
                    .isEqualTo(200);
            assertThat(intake.get(intake.actuator + "/actuator/health/liveness").status())
                    .isEqualTo(200);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() ->
                            intake.get(intake.actuator + "/actuator/health").status() == 503);
        } finally {
            intake.platform.kafka().start();
        }

        assertThat(intake.kafka.await(Topics.SUBMISSION, receipt.at("/submissionId"), 1))
                .hasSize(1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(intake.get(intake.actuator + "/actuator/health")
                                .json()
                                .at("/components/broker/status"))
                        .hasToString("\"UP\""));
    }

    @Test
    void countsWhatItDoes() {
        String token = intake.city(intake.recorded("us-ma-counted"));
        intake.post(token, "counted-1", Bodies.ANSWERS);
        intake.post(token, "counted-2", Bodies.ANSWERS);

        Reply metrics = intake.get(intake.actuator + "/actuator/prometheus");

        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.body())
                .contains("certification_submission_reception_total{outcome=\"Received\"}")
                .contains("certification_submission_reception_total{outcome=\"AlreadyOpen\"}")
                .contains("messaging_outbox_rows")
                .contains("hikaricp_connections")
                .contains("http_server_requests_seconds_count");
    }

    @Test
    void offersNothingElseOnItsActuator() {
        assertThat(intake.get(intake.actuator + "/actuator/env").status()).isIn(401, 403, 404);
        assertThat(intake.get(intake.actuator + "/actuator/heapdump").status()).isIn(401, 403, 404);
        assertThat(intake.get(intake.address + "/readyz").status()).isEqualTo(200);
    }
}
