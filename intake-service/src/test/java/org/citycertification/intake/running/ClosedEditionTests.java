package org.citycertification.intake.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Editions under which a city cannot send, told of by records on the topic while the service runs. */
class ClosedEditionTests {
    private static final String WHY = "DM2 asked for what nobody has";

    private final RunningIntake intake = RunningIntake.shared();

    @Test
    void refusesANewSubmissionUnderARetiredEditionAndSaysWhatIsOpen() {
        intake.kafka.publish(EditionEvents.edition("2023-retired"));
        String token = intake.city(intake.recorded("us-ma-retired"));
        assertThat(intake.post(intake.city(intake.recorded("us-ma-before")), "before", answers("2023-retired"))
                        .status())
                .isEqualTo(202);

        intake.kafka.publish(EditionEvents.retired("2023-retired", WHY));
        awaitRetired("2023-retired");
        Reply refused = intake.post(token, "retired", answers("2023-retired"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/type")).isEqualTo("urn:certification:problem:edition-retired");
        assertThat(refused.errors()).containsExactly("/editionId edition-retired");
        assertThat(refused.at("/detail"))
                .startsWith("Edition 2023-retired is retired since 2026-11-25: " + WHY
                        + ". Send the assessment for an edition that is open: ")
                .contains("2022-r1")
                .doesNotContain("open: 2023-retired");
        assertThat(refused.json().at("/openEditions").toString())
                .contains("2022-r1")
                .doesNotContain("2023-retired");
        assertThat(intake.post(token, "retired-open", answers("2022-r1")).status())
                .isEqualTo(202);
    }

    @Test
    void answersTheSameRequestAsBeforeTheEditionWasRetired() {
        intake.kafka.publish(EditionEvents.edition("2023-replayed"));
        String token = intake.city(intake.recorded("us-ma-replayed"));
        Reply first = intake.post(token, "replayed", answers("2023-replayed"));
        intake.kafka.publish(EditionEvents.retired("2023-replayed", WHY));
        awaitRetired("2023-replayed");

        Reply again = intake.post(token, "replayed", answers("2023-replayed"));

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(intake.get(first.header("Location"), token).status()).isEqualTo(200);
    }

    @Test
    void refusesAnEditionBeforeItsFirstDayAndNamesTheDay() {
        LocalDate inTwoDays = LocalDate.now(ZoneOffset.UTC).plusDays(2);
        intake.kafka.publish(EditionEvents.beginning("2099-early", inTwoDays));
        String token = intake.city(intake.recorded("us-ma-early"));

        Reply refused = intake.post(token, "early", answers("2099-early"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/type")).isEqualTo("urn:certification:problem:edition-not-yet-valid");
        assertThat(refused.errors()).containsExactly("/editionId edition-not-yet-valid");
        assertThat(refused.at("/detail"))
                .startsWith("Edition 2099-early is valid from " + inTwoDays)
                .contains("2022-r1");
        assertThat(refused.at("/validFrom")).isEqualTo(inTwoDays.toString());
        assertThat(refused.json().at("/openEditions").toString()).doesNotContain("2099-early");
    }

    @Test
    void takesAnEditionWhoseFirstDayHasCome() {
        intake.kafka.publish(EditionEvents.beginning("2026-begun", LocalDate.now(ZoneOffset.UTC)));
        String token = intake.city(intake.recorded("us-ma-begun"));

        assertThat(intake.post(token, "begun", answers("2026-begun")).status()).isEqualTo(202);
    }

    /** Until the service has heard of it: a city that may not take part anyway asks. */
    private void awaitRetired(String edition) {
        String city = "pt-11-witness";
        intake.put(
                "/api/cities/" + city,
                intake.coordinator(),
                Bodies.city().with("country", "PT").with("subdivision", "PT-11").toString());
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> intake.post(intake.city(city), "witness-" + edition, answers(edition))
                        .at("/type")
                        .endsWith(":edition-retired"));
    }

    private static String answers(String edition) {
        return Bodies.ANSWERS.replace("2022-r1", edition);
    }
}
