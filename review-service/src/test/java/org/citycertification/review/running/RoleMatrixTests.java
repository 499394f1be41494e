package org.citycertification.review.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citycertification.review.ReviewApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Each role at each endpoint; an endpoint that is not listed fails the test. */
class RoleMatrixTests {

    private static final List<String> LISTED = List.of(
            "GET /api/cases",
            "GET /api/cases/{id}",
            "GET /api/cases/{id}/audit",
            "POST /api/cases/{id}/approvals",
            "POST /api/cases/{id}/returns",
            "PUT /api/cases/{id}/findings");

    private final RunningReview review = RunningReview.shared();

    @ParameterizedTest(name = "{0}: list {1}, read {2}, audit {3}, findings {4}, approve {5}, return {6}")
    @CsvSource(textBlock = """
                    nobody,      401, 401, 401, 401, 401, 401
                    city,        403, 403, 403, 403, 403, 403
                    reviewer,    200, 200, 403, 200, 200, 200
                    coordinator, 200, 200, 200, 403, 403, 403
                    auditor,     200, 200, 200, 403, 403, 403
                    operator,    403, 403, 403, 403, 403, 403
                    subscriber,  403, 403, 403, 403, 403, 403
                    ROLE_reviewer, 403, 403, 403, 403, 403, 403""")
    void allowsEachRoleExactlyItsEndpoints(
            String role, int list, int read, int audit, int findings, int approve, int giveBack) {
        String path = "/api/cases/" + review.openCase(30);
        String token = role.equals("nobody") ? null : Staff.TOKENS.of("somebody", role);
        Map<String, ?> reason = Map.of("reason", RunningReview.REASON);

        assertThat(List.of(
                        review.get(token, "/api/cases").status(),
                        review.get(token, path).status(),
                        review.get(token, path + "/audit").status(),
                        review.put(token, path + "/findings", Map.of("findings", List.of()))
                                .status(),
                        review.post(token, path + "/approvals", "", RunningReview.withKey("1-1"))
                                .status(),
                        review.post(token, path + "/returns", reason, RunningReview.withKey("1-1"))
                                .status()))
                .containsExactly(list, read, audit, findings, approve, giveBack);
    }

    @Test
    void listsEveryEndpoint() {
        var found = review.bean(RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue()
                        .getBeanType()
                        .getPackageName()
                        .startsWith(ReviewApplication.class.getPackageName()))
                .flatMap(entry -> entry.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(method ->
                                entry.getKey().getPatternValues().stream().map(pattern -> method + " " + pattern)))
                .filter(endpoint -> endpoint.contains(" /api/"))
                .sorted()
                .toList();

        assertThat(found).isEqualTo(LISTED);
    }

    @Test
    void deniesWhatNoRuleNames() {
        String token = Staff.reviewer("ana");
        UUID id = review.openCase(30);

        assertThat(review.put(token, "/api/cases/" + id, "{}").status()).isEqualTo(403);
        assertThat(review.get(token, "/api/nothing").status()).isEqualTo(403);
        assertThat(review.get(token, "/actuator/env").status()).isEqualTo(403);
    }

    @Test
    void keepsTheTrailFromACoordinatorWhoAlsoReviewsUntilTheDecision() {
        UUID id = review.openCase(30);
        String both = Staff.TOKENS.of("both", "coordinator", "reviewer");
        Answer open = review.get(both, "/api/cases/" + id + "/audit");
        review.approve(Staff.reviewer("ana"), id, "1-1");
        review.approve(Staff.reviewer("luis"), id, "1-1");

        assertThat(open.status()).isEqualTo(403);
        assertThat(open.problem()).isEqualTo("reviewers-judge-first");
        assertThat(review.get(both, "/api/cases/" + id + "/audit").status()).isEqualTo(200);
    }
}
