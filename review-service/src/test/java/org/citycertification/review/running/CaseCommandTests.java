package org.citycertification.review.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycertification.review.running.RunningReview.finding;
import static org.citycertification.review.running.Staff.reviewer;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What reviewers do to a case, and what is refused. */
class CaseCommandTests {

    private final RunningReview review = RunningReview.shared();

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
}
