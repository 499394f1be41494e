package org.citycertification.review.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycertification.review.running.RunningReview.finding;
import static org.citycertification.review.running.Staff.reviewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citycertification.review.certification.domain.City;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What each person sees of a case. */
class CaseSightTests {

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
    void hidesACaseFromWhoeverHasAnInterestAndRemembersTheAttempts() {
        City city = RunningReview.aCity();
        UUID id = review.openCase(city, 30);
        String sameCity = Staff.reviewerOf("carol", city.id().value());
        String submitter = Staff.TOKENS.of("cambridge", "reviewer");

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
        String token = Staff.reviewerOf("carol", city.id().value());
        Answer one = review.get(token, "/api/cases/" + hidden);
        Answer other = review.get(token, "/api/cases/" + unknown);

        assertThat(one.text().replace(hidden.toString(), "ID"))
                .isEqualTo(other.text().replace(unknown.toString(), "ID"));
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
                            Staff.coordinator(),
                            "/api/cases?state=OPEN&limit=2&cityId=" + city.id().value() + "&after=" + after)
                    .json();
            page.path("items").forEach(item -> seen.add(item.path("caseId").asString()));
            after = page.path("next").asString("");
        } while (!after.isEmpty());

        assertThat(seen).isEqualTo(opened);
        assertThat(review.get(Staff.coordinator(), "/api/cases?state=SHUT").status())
                .isEqualTo(400);
        assertThat(review.get(Staff.coordinator(), "/api/cases?cityId=%00").status())
                .isEqualTo(400);
        assertThat(review.get(Staff.coordinator(), "/api/cases?after=bm90LW91cnM")
                        .status())
                .isEqualTo(400);
        assertThat(review.get(
                                Staff.coordinator(),
                                "/api/cases?state=DECIDED&cityId=" + city.id().value())
                        .json()
                        .path("items"))
                .isEmpty();
    }

    private static String submissionOf(UUID caseId) {
        return ReviewDatabase.column("select submission_id from review_case where case_id = '" + caseId + "'")
                .get(0);
    }

    private static List<String> acts(UUID id) {
        return ReviewDatabase.column("select act from audit_entry where subject = '" + id + "' order by sequence");
    }
}
