package org.citycertification.review.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.citycertification.review.running.RunningReview.finding;
import static org.citycertification.review.running.Staff.reviewer;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.citycertification.review.certification.domain.City;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.ScorecardFixtures;
import org.citycertification.review.reviewcase.domain.SubmissionId;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.review.v1.CaseEvent;
import org.citycertification.schemas.review.v1.CertificationEvent;
import org.citycertification.schemas.review.v1.CertificationKind;
import org.citycertification.schemas.review.v1.DecidedCriterion;
import org.citycertification.schemas.review.v1.DecisionReleased;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the scorecard on its topic to both topics that review writes. */
@Tag("adapters")
class ScorecardKafkaTests {

    private static final String OTHER_REASON = "The policy names nobody who is responsible.";

    private static ReviewTopics topics;

    private final RunningReview review = RunningReview.shared();
    private final City city = RunningReview.aCity();
    private final UUID submission = UUID.randomUUID();
    private final UUID caseId = CaseId.of(new SubmissionId(submission)).value();

    @BeforeAll
    static void connect() {
        RunningReview.shared();
        topics = new ReviewTopics(RunningReview.platform());
    }

    @AfterAll
    static void disconnect() {
        topics.close();
    }

    @Test
    void certifiesSilverWith29OfAProvisionalGold30WhenBothOverturnTheSameCriterion() {
        scored(1, 30);
        CaseEvent opened = caseEvents(1).get(0);
        review.findings("ana", caseId, finding("DM1", false));
        review.findings("luis", caseId, finding("DM1", false, OTHER_REASON));
        review.approve(reviewer("ana"), caseId, "1-1");
        review.approve(reviewer("luis"), caseId, "1-1");
        CaseEvent released = caseEvents(2).get(1);
        CertificationEvent certified = certifications(1).get(0);

        assertThat(opened.getVersion()).isEqualTo(1);
        assertThat(opened.getOpened().getProvisionalLevel()).isEqualTo(CertificationLevel.GOLD);
        assertThat(opened.getOpened().getMet()).isEqualTo(30);
        DecisionReleased decision = released.getDecisionReleased();
        assertThat(released.getVersion()).isEqualTo(2);
        assertThat(decision.getLevel()).isEqualTo(CertificationLevel.SILVER);
        assertThat(decision.getMet()).isEqualTo(29);
        assertThat(decision.getOutOf()).isEqualTo(43);
        assertThat(decision.getConfirmed()).isFalse();
        assertThat(decision.getContactIds()).hasSize(1);
        assertThat(decision.getAreas()).hasSize(8);
        DecidedCriterion overturned = decision.getCriteria().get(0);
        assertThat(overturned.getMissing()).containsExactly(RunningReview.REASON, OTHER_REASON);
        assertThat(overturned.getAutomatic()).isTrue();
        assertThat(certified.getLevel()).isEqualTo(CertificationLevel.SILVER);
        assertThat(certified.getKind()).isEqualTo(CertificationKind.NEW);
        assertThat(certified.getCityVersion()).isEqualTo(1);
        assertThat(certified.getCityName()).isEqualTo("C\u00f3rdoba");
        assertThat(certified.getCertificationId()).isEqualTo(decision.getCertificationId());
        assertThat(certified.getSupersedes()).isNull();
        assertThat(certified.getValidUntil()).isNull();
        assertThat(certified.getCohortYear())
                .isEqualTo(certified.getAnnouncedOn().getYear());
        assertThat(certified.getAnnouncedOn())
                .isBetween(LocalDate.now().minusDays(1), LocalDate.now().plusDays(1));
    }

    @Test
    void decidesNothingWhenOnlyOneOverturns() {
        scored(1, 30);
        caseEvents(1);
        review.findings("ana", caseId, finding("DM1", false));
        review.approve(reviewer("ana"), caseId, "1-1");
        review.approve(reviewer("luis"), caseId, "1-1");
        topics.drain();

        assertThat(caseEvents(1)).hasSize(1);
        assertThat(topics.certificationsOf(city.id().value())).isEmpty();
        assertThat(review.get(reviewer("ana"), "/api/cases/" + caseId)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("OPEN");
    }

    @Test
    void tellsOnlyTheCityWhenNoLevelIsReached() {
        scored(1, 21);
        caseEvents(1);
        review.approve(reviewer("ana"), caseId, "1-1");
        review.approve(reviewer("luis"), caseId, "1-1");
        DecisionReleased decision = caseEvents(2).get(1).getDecisionReleased();
        topics.drain();

        assertThat(decision.getLevel()).isNull();
        assertThat(decision.getKind()).isNull();
        assertThat(decision.getCertificationId()).isNull();
        assertThat(decision.getConfirmed()).isTrue();
        assertThat(decision.getCriteria())
                .filteredOn(criterion -> !criterion.getMet())
                .hasSize(22)
                .allSatisfy(criterion -> assertThat(criterion.getMissing()).isNotEmpty());
        assertThat(topics.certificationsOf(city.id().value())).isEmpty();
        assertThat(ReviewDatabase.column("select count(*) from certification where city_id = '"
                        + city.id().value() + "'"))
                .containsExactly("0");
    }

    @Test
    void keepsTheStandingThroughADecisionWithoutALevelAndRecertifiesAfterIt() {
        decide(UUID.randomUUID(), 30);
        decide(UUID.randomUUID(), 10);
        decide(UUID.randomUUID(), 36);
        List<CertificationEvent> certified = certifications(2);

        assertThat(certified).extracting(CertificationEvent::getCityVersion).containsExactly(1L, 2L);
        assertThat(certified)
                .extracting(CertificationEvent::getKind)
                .containsExactly(CertificationKind.NEW, CertificationKind.RECERTIFIED);
        assertThat(certified.get(1).getSupersedes()).isEqualTo(certified.get(0).getCertificationId());
    }

    @Test
    void ignoresASecondDeliveryAndWaitsForAMissingVersion() {
        scored(2, 37);
        scored(1, 30);
        scored(1, 30);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(review.get(reviewer("ana"), "/api/cases/" + caseId)
                                .etag())
                        .isEqualTo("\"2-2\""));

        assertThat(caseEvents(1)).hasSize(1);
    }

    @Test
    void recordsWhatCouldNotBeScored() {
        topics.send(Topics.SCORECARD, submission.toString(), ScorecardEvents.notScored(submission, 1));
        scored(2, 30);
        CaseEvent opened = caseEvents(1).get(0);

        assertThat(opened.getOpened().getSubmissionVersion()).isEqualTo(2);
        assertThat(ReviewDatabase.column(
                        "select act from audit_entry where subject = '" + caseId + "' order by sequence"))
                .containsExactly("not-scored", "case-opened");
    }

    @Test
    void deadLettersAScorecardWhoseSumsDoNotFollowFromItsResults() {
        var wrong = ScorecardEvents.scored(ScorecardFixtures.met(new SubmissionId(submission), 1, city, 30));
        wrong.getScored().put("met", 43);
        topics.send(Topics.SCORECARD, submission.toString(), wrong);

        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        topics.hasDeadLetter(Topics.deadLetters(Topics.SCORECARD, "review"), submission.toString()));
        assertThat(review.get(reviewer("ana"), "/api/cases/" + caseId).status()).isEqualTo(404);
    }

    @Test
    void isHealthyAndCountsItsCases() {
        assertThat(review.management("/actuator/health/readiness")).contains("\"UP\"", "schemaIds", "db");
        assertThat(review.management("/actuator/health/liveness")).contains("\"UP\"");
        assertThat(review.management("/actuator/health")).contains("outbox", "consumers", "broker");
        assertThat(review.management("/actuator/prometheus")).contains("certification_reviewcase_open");
    }

    private void decide(UUID anotherSubmission, int met) {
        UUID id = review.receive(ScorecardFixtures.met(new SubmissionId(anotherSubmission), 1, city, met));
        review.approve(reviewer("ana"), id, "1-1");
        review.approve(reviewer("luis"), id, "1-1");
    }

    private void scored(long version, int met) {
        topics.send(
                Topics.SCORECARD,
                submission.toString(),
                ScorecardEvents.scored(ScorecardFixtures.met(new SubmissionId(submission), version, city, met)));
    }

    private List<CaseEvent> caseEvents(int atLeast) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> topics.casesOf(caseId).size() >= atLeast);
        return topics.casesOf(caseId);
    }

    private List<CertificationEvent> certifications(int atLeast) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> topics.certificationsOf(city.id().value()).size() >= atLeast);
        return topics.certificationsOf(city.id().value());
    }
}
