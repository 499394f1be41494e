package org.citycertification.http.running;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who may see the machine room. */
class ActuatorTests {

    private final RunningThings things = RunningThings.SHARED;

    @Test
    void opensHealthAndMetricsOnTheManagementPort() {
        assertThat(status(things.managementPort, "/actuator/health")).isEqualTo(200);
        assertThat(status(things.managementPort, "/actuator/health/readiness")).isEqualTo(200);
        assertThat(status(things.managementPort, "/actuator/prometheus")).isEqualTo(200);
    }

    @Test
    void closesEverythingElseThere() {
        assertThat(status(things.managementPort, "/actuator")).isEqualTo(401);
        assertThat(status(things.managementPort, "/actuator/env")).isEqualTo(401);
        assertThat(status(things.managementPort, "/api/things/me")).isEqualTo(401);
    }

    @Test
    void opensOnlyTheProbesOnTheServicePort() {
        assertThat(status(things.port, "/livez")).isEqualTo(200);
        assertThat(status(things.port, "/readyz")).isEqualTo(200);
        assertThat(status(things.port, "/actuator/health")).isEqualTo(401);
        assertThat(status(things.port, "/actuator/prometheus")).isEqualTo(401);
    }

    private int status(int port, String path) {
        return things.send(RunningThings.at(port, path).GET()).status();
    }
}
