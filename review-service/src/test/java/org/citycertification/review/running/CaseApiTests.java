package org.citycertification.review.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycertification.review.running.RunningReview.finding;
import static org.citycertification.review.running.RunningReview.reviewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citycertification.review.certification.domain.City;
import org.citycertification.review.reviewcase.RecordUnscored;
import org.citycertification.review.reviewcase.domain.ScorecardFixtures;
import org.citycertification.review.reviewcase.domain.SubmissionId;
import org.citycertification.review.running.RunningReview.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CaseApiTests {

    private final RunningReview review = RunningReview.shared();

    @Test
    void explainsEachAutomaticResult() {
        UUID id = review.openCase(30);
        Answer answer = review.get(reviewer("ana"), "/api/cases/" + id);
        JsonNode shown = answer.json();

        assertThat(answer.etag()).isEqualTo("\"1-1\"");
        assertThat(shown.path("provisional").path("level").asString()).isEqualTo("GOLD");
        assertThat(shown.path("provisional").path("met").asInt()).isEqualTo(30);
        assertThat(shown.path("thresholds")).hasSize(3);
        assertThat(shown.path("results")).hasSize(43);
        JsonNode last = shown.path("results").get(42);
        assertThat(last.path("rule").asString()).isEqualTo("EVAL4.checklist");
        assertThat(last.path("ticked").get(0).asString()).isEqualTo("EVAL4.a");
        assertThat(last.path("gaps").get(0).path("text").asString()).contains("lacks one checklist item");
        assertThat(shown.path("city").path("name").asString()).isEqualTo("C\u00f3rdoba");
    }

    @Test
    void showsOthersWorkOnlyAfterOnesOwnApproval() {
        UUID id = review.openCase(30);
        review.findings("ana", id, finding("DM1", false));
        review.approve(reviewer("ana"), id, "1-1");
        String before = review.get(reviewer("luis"), "/api/cases/" + id).text();
        review.approve(reviewer("luis"), id, "1-1");
        JsonNode after = review.get(reviewer("luis"), "/api/cases/" + id).json();

        assertThat(before).doesNotContain("person-ana", RunningReview.REASON);
        assertThat(after.path("state").asString()).isEqualTo("OPEN");
        assertThat(after.path("rounds").get(0).path("approvals")).hasSize(2);
        assertThat(after.path("differences").get(0).asString()).isEqualTo("DM1");
    }

    @Test
    void looksTheSameToAJudgeWhetherOrNotAnotherHasJudged() {
        UUID id = review.openCase(30);
        String untouched = review.get(reviewer("luis"), "/api/cases/" + id).text();
        String list = review.get(reviewer("luis"), "/api/cases?submissionId=" + submissionOf(id))
                .text();
        review.findings("ana", id, finding("DM1", false));
        review.approve(reviewer("ana"), id, "1-1");

        assertThat(review.get(reviewer("luis"), "/api/cases/" + id).text()).isEqualTo(untouched);
        assertThat(review.get(reviewer("luis"), "/api/cases?submissionId=" + submissionOf(id))
                        .text())
                .isEqualTo(list);
    }

    @Test
    void saysWaitingThenDifferentAndDecidesNothing() {
        UUID id = review.openCase(30);
        review.findings("ana", id, finding("DM1", false));
        JsonNode first = review.approve(reviewer("ana"), id, "1-1").json();
        JsonNode second = review.approve(reviewer("luis"), id, "1-1").json();

        assertThat(first.path("result").asString()).isEqualTo("WAITING");
        assertThat(first.path("confirmed").asBoolean()).isFalse();
        assertThat(second.path("result").asString()).isEqualTo("DIFFERENT");
        assertThat(second.path("confirmed").asBoolean()).isTrue();
        assertThat(second.path("differences").get(0).asString()).isEqualTo("DM1");
        assertThat(second.path("decision").isNull()).isTrue();
    }

    @Test
    void beginsANewRoundOnAReturn() {
        UUID id = review.openCase(30);
        review.findings("ana", id, finding("DM1", false));
        review.approve(reviewer("ana"), id, "1-1");
        Answer returned = review.giveBack(reviewer("luis"), id, "1-1", "DM1 needs another look, please.");

        assertThat(returned.status()).isEqualTo(200);
        assertThat(returned.etag()).isEqualTo("\"1-2\"");
        Answer stale = review.approve(reviewer("luis"), id, "1-1");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.etag()).isEqualTo("\"1-2\"");
        JsonNode shown = review.get(reviewer("ana"), "/api/cases/" + id).json();
        assertThat(shown.path("ownFindings")).hasSize(1);
        assertThat(shown.path("rounds").get(0).path("approvals")).hasSize(1);
        assertThat(shown.path("rounds").get(0).path("returned").path("person").asString())
                .isEqualTo("person-luis");
        assertThat(shown.path("rounds").get(1).path("approvals")).isEmpty();
        assertThat(review.findings("ana", id).status()).isEqualTo(200);
        review.approve(reviewer("ana"), id, "1-2");
        assertThat(review.approve(reviewer("luis"), id, "1-2")
                        .json()
                        .path("result")
                        .asString())
                .isEqualTo("DECIDED");
    }

    @Test
    void refusesEveryCommandOnADecidedCase() {
        UUID id = review.openCase(30);
        review.approve(reviewer("ana"), id, "1-1");
        assertThat(review.approve(reviewer("luis"), id, "1-1").status()).isEqualTo(200);

        assertThat(List.of(
                        review.findings("mei", id, finding("DM1", false)),
                        review.approve(reviewer("mei"), id, "1-1"),
                        review.giveBack(reviewer("mei"), id, "1-1", RunningReview.REASON)))
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(409);
                    assertThat(answer.problem()).isEqualTo("case-decided");
                });
    }

    @Test
    void hidesACaseFromWhoeverHasAnInterestAndRemembersTheAttempts() {
        City city = RunningReview.aCity();
        UUID id = review.openCase(city, 30);
        String sameCity = RunningReview.reviewerOf("carol", city.id().value());
        String submitter = RunningReview.TOKENS.of("cambridge", "reviewer");

        for (String token : List.of(sameCity, submitter)) {
            assertThat(List.of(
                            review.get(token, "/api/cases/" + id),
                            review.put(token, "/api/cases/" + id + "/findings", Map.of("findings", List.of())),
                            review.approve(token, id, "1-1"),
                            review.approve(token, id, "9-9"),
                            review.giveBack(token, id, "1-1", RunningReview.REASON)))
                    .allSatisfy(answer -> {
                        assertThat(answer.status()).isEqualTo(404);
                        assertThat(answer.problem()).isEqualTo("unknown-case");
                    });
            assertThat(review.get(token, "/api/cases?cityId=" + city.id().value())
                            .json()
                            .path("items"))
                    .isEmpty();
        }
        assertThat(acts(id))
                .containsExactly(
                        "case-opened",
                        "conflicted-look-refused",
                        "conflict-refused",
                        "conflict-refused",
                        "conflict-refused",
                        "conflict-refused",
                        "conflicted-look-refused",
                        "conflict-refused",
                        "conflict-refused",
                        "conflict-refused",
                        "conflict-refused");
    }

    @Test
    void answersAHiddenCaseExactlyLikeOneThatDoesNotExist() {
        City city = RunningReview.aCity();
        UUID hidden = review.openCase(city, 30);
        UUID unknown = UUID.randomUUID();
        String token = RunningReview.reviewerOf("carol", city.id().value());
        Answer one = review.get(token, "/api/cases/" + hidden);
        Answer other = review.get(token, "/api/cases/" + unknown);

        assertThat(one.text().replace(hidden.toString(), "ID"))
                .isEqualTo(other.text().replace(unknown.toString(), "ID"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
                    {"findings":[{"criterion":"DM99","met":false,"reason":"Twenty characters at least."}]} | unknown-criterion | /findings/0/criterion | 422
                    {"findings":[{"criterion":"DM1","met":true,"reason":"Twenty characters at least."}]} | same-as-automatic | /findings/0/met | 422
                    {"findings":[{"criterion":"DM1","met":false,"reason":"   too short      "}]} | unusable-reason | /findings/0/reason | 422
                    {"findings":[{"criterion":"DM1","met":false,"reason":"Twenty characters at least.","level":"GOLD"}]} | unknown-field | /findings/0/level | 400
                    {"findings":[{"criterion":"DM1","reason":"Twenty characters at least."}]} | not-null | /findings/0/met | 400
                    {} | not-null | /findings | 400""")
    void namesWhatIsWrongWithFindings(String body, String code, String pointer, int status) {
        UUID id = review.openCase(30);
        Answer answer = review.put(reviewer("ana"), "/api/cases/" + id + "/findings", body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("errors").get(0).path("code").asString()).isEqualTo(code);
        assertThat(answer.json().path("errors").get(0).path("pointer").asString())
                .isEqualTo(pointer);
    }

    @Test
    void refusesFindingsOfOneWhoHasApproved() {
        UUID id = review.openCase(30);
        review.approve(reviewer("ana"), id, "1-1");
        Answer answer = review.findings("ana", id, finding("DM1", false));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("findings-fixed");
    }

    @Test
    void asksForTheHeadersOfACommand() {
        String path = "/api/cases/" + review.openCase(30) + "/approvals";
        String token = reviewer("ana");

        assertThat(review.post(token, path, "{}", "Idempotency-Key", "k").status())
                .isEqualTo(428);
        assertThat(review.post(token, path, "{}", "If-Match", "\"1-1\"").status())
                .isEqualTo(400);
        assertThat(review.post(token, path, "{}", "If-Match", "1-1", "Idempotency-Key", "k")
                        .status())
                .isEqualTo(400);
        assertThat(review.post(token, path, "{}", RunningReview.withKey("2-1")).status())
                .isEqualTo(412);
        assertThat(review.put(
                                token,
                                path.replace("approvals", "findings"),
                                Map.of("findings", List.of()),
                                "If-Match",
                                "\"1-7\"")
                        .status())
                .isEqualTo(412);
        assertThat(review.approve(token, UUID.randomUUID(), "1-1").status()).isEqualTo(404);
        assertThat(review.get(token, "/api/cases/not-an-id").status()).isEqualTo(400);
    }

    @Test
    void refusesBodiesThatAreTooLargeOrTooDeepAndReasonsThatAreTooShort() {
        UUID id = review.openCase(30);
        String path = "/api/cases/" + id + "/findings";
        String large =
                "{\"findings\":[{\"criterion\":\"DM1\",\"met\":false,\"reason\":\"" + "x".repeat(300_000) + "\"}]}";
        String deep = "[".repeat(200) + "]".repeat(200);

        assertThat(review.put(reviewer("ana"), path, large).status()).isEqualTo(413);
        assertThat(review.put(reviewer("ana"), path, deep).status()).isEqualTo(400);
        Answer tooShort = review.giveBack(reviewer("ana"), id, "1-1", "not enough");
        assertThat(tooShort.status()).isEqualTo(422);
        assertThat(tooShort.json().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/reason");
    }

    @Test
    void pagesThroughTheListNewestLast() {
        City city = RunningReview.aCity();
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            opened.add(review.openCase(city, 30).toString());
        }
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = review.get(
                            RunningReview.coordinator(),
                            "/api/cases?state=OPEN&limit=2&cityId=" + city.id().value() + "&after=" + after)
                    .json();
            page.path("items").forEach(item -> seen.add(item.path("caseId").asString()));
            after = page.path("next").asString("");
        } while (!after.isEmpty());

        assertThat(seen).isEqualTo(opened);
        assertThat(review.get(RunningReview.coordinator(), "/api/cases?state=SHUT")
                        .status())
                .isEqualTo(400);
        assertThat(review.get(RunningReview.coordinator(), "/api/cases?cityId=%00")
                        .status())
                .isEqualTo(400);
        assertThat(review.get(RunningReview.coordinator(), "/api/cases?after=bm90LW91cnM")
                        .status())
                .isEqualTo(400);
        assertThat(review.get(
                                RunningReview.coordinator(),
                                "/api/cases?state=DECIDED&cityId=" + city.id().value())
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void letsANewVersionVoidApprovalsAndAnUnscoredOneChangeNothing() {
        var submission = new SubmissionId(UUID.randomUUID());
        City city = RunningReview.aCity();
        UUID id = review.receive(ScorecardFixtures.met(submission, 1, city, 30));
        review.findings("ana", id, finding("DM1", false));
        review.approve(reviewer("ana"), id, "1-1");
        review.receive(ScorecardFixtures.met(submission, 2, city, 37));
        review.bean(RecordUnscored.class).record(submission, 3, "The edition is not known.");

        Answer shown = review.get(reviewer("ana"), "/api/cases/" + id);
        assertThat(shown.etag()).isEqualTo("\"2-2\"");
        assertThat(shown.json().path("provisional").path("level").asString()).isEqualTo("PLATINUM");
        assertThat(shown.json().path("ownFindings")).isEmpty();
        assertThat(review.approve(reviewer("luis"), id, "1-1").status()).isEqualTo(412);
        assertThat(review.approve(reviewer("luis"), id, "2-2")
                        .json()
                        .path("result")
                        .asString())
                .isEqualTo("WAITING");
        review.approve(reviewer("ana"), id, "2-2");
        review.receive(ScorecardFixtures.met(submission, 4, city, 1));
        JsonNode decided = review.get(reviewer("ana"), "/api/cases/" + id).json();
        assertThat(decided.path("decision").path("level").asString()).isEqualTo("PLATINUM");
        assertThat(decided.path("submissionVersion").asInt()).isEqualTo(2);
        assertThat(acts(id))
                .containsExactly(
                        "case-opened",
                        "findings-recorded",
                        "outcome-approved",
                        "version-replaced",
                        "not-scored",
                        "outcome-approved",
                        "outcome-approved",
                        "decision-released",
                        "version-ignored");
    }

    @Test
    void recordsAnUnscoredSubmissionWithoutACase() {
        var submission = new SubmissionId(UUID.randomUUID());
        review.bean(RecordUnscored.class).record(submission, 1, "The edition is not known.");

        assertThat(review.get(RunningReview.coordinator(), "/api/cases?submissionId=" + submission.value())
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(RunningReview.column(
                        "select reason from unscored_version where submission_id = '" + submission.value() + "'"))
                .containsExactly("The edition is not known.");
        UUID id = review.receive(ScorecardFixtures.met(submission, 2, RunningReview.aCity(), 30));
        assertThat(review.get(reviewer("ana"), "/api/cases/" + id).etag()).isEqualTo("\"2-1\"");
    }

    private static String submissionOf(UUID caseId) {
        return RunningReview.column("select submission_id from review_case where case_id = '" + caseId + "'")
                .get(0);
    }

    private static List<String> acts(UUID id) {
        return RunningReview.column("select act from audit_entry where subject = '" + id + "' order by sequence");
    }
}
