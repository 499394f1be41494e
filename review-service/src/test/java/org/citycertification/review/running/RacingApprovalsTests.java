package org.citycertification.review.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.citycertification.review.certification.domain.City;
import org.citycertification.review.running.RunningReview.Answer;
import org.junit.jupiter.api.Test;

class RacingApprovalsTests {

    private final RunningReview review = RunningReview.shared();

    @Test
    void closesACaseOnceHoweverManyApproveAtTheSameMoment() throws Exception {
        UUID id = review.openCase(30);
        List<Answer> answers = together(16, n -> review.approve(RunningReview.reviewer("racer-" + n), id, "1-1"));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(2);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(14)
                .allSatisfy(answer -> assertThat(answer.problem()).isEqualTo("case-decided"));
        assertThat(answers)
                .filteredOn(answer -> answer.text().contains("\"DECIDED\""))
                .hasSize(1);
        assertThat(acts(id, "decision-released")).isEqualTo("1");
    }

    @Test
    void countsOnePersonOnceHoweverManyAccountsTheyUseAtTheSameMoment() throws Exception {
        UUID id = review.openCase(30);
        List<Answer> answers = together(
                8,
                n -> review.approve(
                        n % 2 == 0 ? RunningReview.reviewer("solo") : RunningReview.machineOf("solo", "reviewer"),
                        id,
                        "1-1"));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(7)
                .allSatisfy(answer -> assertThat(answer.problem()).isEqualTo("already-approved"));
        assertThat(acts(id, "second-approval-refused")).isEqualTo("7");
    }

    @Test
    void answersARepeatedApprovalWithItsFirstAnswer() {
        UUID id = review.openCase(30);
        String[] headers = RunningReview.withKey("1-1");
        Answer first = review.post(
                RunningReview.reviewer("ana"), "/api/cases/" + id + "/approvals", "{}", headers);
        Answer second = review.post(
                RunningReview.reviewer("ana"), "/api/cases/" + id + "/approvals", "{}", headers);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second).isEqualTo(first);
        assertThat(acts(id, "outcome-approved")).isEqualTo("1");
        assertThat(acts(id, "second-approval-refused")).isEqualTo("0");
    }

    @Test
    void numbersTwoReleasesOfOneCityByTwoInstances() throws Exception {
        City city = RunningReview.aCity();
        UUID gold = review.openCase(city, 30);
        UUID silver = review.openCase(city, 22);
        RunningReview other = RunningReview.another();
        try {
            review.approve(RunningReview.reviewer("ana"), gold, "1-1");
            review.approve(RunningReview.reviewer("ana"), silver, "1-1");
            together(
                    2,
                    n -> (n == 0 ? review : other)
                            .approve(RunningReview.reviewer("luis"), n == 0 ? gold : silver, "1-1"));
        } finally {
            other.close();
        }

        String where = " from certification_grant where city_id = '" + city.id().value() + "' order by city_version";
        assertThat(RunningReview.column("select city_version" + where)).containsExactly("1", "2");
        List<String> levels = RunningReview.column("select level" + where);
        assertThat(RunningReview.column("select kind" + where))
                .containsExactly("NEW", levels.get(0).equals("GOLD") ? "LEVEL_DOWN" : "LEVEL_UP");
        assertThat(RunningReview.column("select coalesce(supersedes::text, 'none')" + where))
                .containsExactly("none", RunningReview.column("select certification_id" + where).get(0));
    }

    private static String acts(UUID id, String act) {
        return RunningReview.column(
                        "select count(*) from audit_entry where subject = '" + id + "' and act = '" + act + "'")
                .get(0);
    }

    private static List<Answer> together(int count, java.util.function.IntFunction<Answer> request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            var start = new CountDownLatch(1);
            List<Future<Answer>> futures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int n = i;
                futures.add(threads.submit(() -> {
                    start.await();
                    return request.apply(n);
                }));
            }
            start.countDown();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
