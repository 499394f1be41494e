package org.citycertification.review.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.citycertification.review.running.Staff.reviewer;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.citycertification.review.certification.domain.City;
import org.citycertification.review.reviewcase.SubmissionTrace;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.ScorecardFixtures;
import org.citycertification.review.reviewcase.domain.SubmissionId;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.review.v1.CaseEvent;
import org.citycertification.schemas.review.v1.CertificationEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** One trace from the city's request to both topics, although other people decide in requests of their own. */
class SubmissionTraceTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Logger REVIEW_LOG = (Logger) LoggerFactory.getLogger(SubmissionTrace.class.getPackageName());

    private static ReviewTopics topics;

    private final RunningReview review = RunningReview.shared();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
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
    void decidesInTheTraceOfTheSubmissionAndNamesTheTraceOfTheApproval() {
        String sent = newTrace();
        String approved = newTrace();
        lines.start();
        REVIEW_LOG.addAppender(lines);
        try {
            scored(1, sent);
            approve("ana", newTrace());
            approve("luis", approved);

            assertThat(caseEvents(2))
                    .allSatisfy(event ->
                            assertThat(topics.traceOf(event.getEventId())).startsWith("00-" + sent));
            assertThat(topics.traceOf(certification().getEventId())).startsWith("00-" + sent);
            assertThat(List.copyOf(lines.list)).anySatisfy(line -> {
                assertThat(line.getMDCPropertyMap()).containsEntry("traceId", sent);
                assertThat(line.getFormattedMessage()).contains(caseId.toString(), "00-" + approved);
            });
        } finally {
            REVIEW_LOG.detachAppender(lines);
        }
    }

    @Test
    void decidesInTheTraceOfTheVersionUnderReview() {
        String second = newTrace();
        scored(1, newTrace());
        caseEvents(1);
        scored(2, second);
        await().atMost(PATIENCE)
                .until(() -> review.get(reviewer("ana"), "/api/cases/" + caseId)
                        .etag()
                        .equals("\"2-2\""));
        review.approve(reviewer("ana"), caseId, "2-2");
        review.approve(reviewer("luis"), caseId, "2-2");

        assertThat(topics.traceOf(caseEvents(2).get(1).getEventId())).startsWith("00-" + second);
    }

    private void scored(long version, String trace) {
        topics.send(
                Topics.SCORECARD,
                submission.toString(),
                ScorecardEvents.scored(ScorecardFixtures.met(new SubmissionId(submission), version, city, 30)),
                traceparent(trace));
        caseEvents(1);
    }

    private void approve(String person, String trace) {
        review.post(
                reviewer(person),
                "/api/cases/" + caseId + "/approvals",
                "{}",
                "If-Match",
                "\"1-1\"",
                "Idempotency-Key",
                trace,
                "traceparent",
                traceparent(trace));
    }

    private List<CaseEvent> caseEvents(int atLeast) {
        await().atMost(PATIENCE).until(() -> topics.casesOf(caseId).size() >= atLeast);
        return topics.casesOf(caseId);
    }

    private CertificationEvent certification() {
        await().atMost(PATIENCE)
                .until(() -> topics.certificationsOf(city.id().value()).size() >= 1);
        return topics.certificationsOf(city.id().value()).get(0);
    }

    private static String newTrace() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static String traceparent(String trace) {
        return "00-" + trace + "-00f067aa0ba902b7-01";
    }
}
