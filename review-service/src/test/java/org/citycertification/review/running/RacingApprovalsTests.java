package org.citycertification.review.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.citycertification.review.certification.domain.CertificationKind;
import org.citycertification.review.certification.domain.CertificationLevel;
import org.citycertification.review.certification.domain.City;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
@Tag("full")
class RacingApprovalsTests {

    private final RunningReview review = RunningReview.shared();

    @Test
    void closesACaseOnceHoweverManyApproveAtTheSameMoment() throws Exception {
        UUID id = review.openCase(30);
        List<Answer> answers = together(16, n -> review.approve(Staff.reviewer("racer-" + n), id, "1-1"));

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
                        n % 2 == 0 ? Staff.reviewer("solo") : Staff.machineOf("solo", "reviewer"), id, "1-1"));

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
        Answer first = review.post(Staff.reviewer("ana"), "/api/cases/" + id + "/approvals", "{}", headers);
        Answer second = review.post(Staff.reviewer("ana"), "/api/cases/" + id + "/approvals", "{}", headers);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second).isEqualTo(first);
        assertThat(acts(id, "outcome-approved")).isEqualTo("1");
        assertThat(acts(id, "second-approval-refused")).isEqualTo("0");
    }

    @Test
    void numbersReleasesOfOneCityByTwoInstancesWithoutGapsAndWithTheRightKinds() throws Exception {
        City city = RunningReview.aCity();
        List<Integer> scores = List.of(30, 22, 37, 22, 30, 37, 22, 30);
        RunningReview other = RunningReview.another();
        try {
            // The first two meet before the city has a standing, the others after.
            release(city, scores.subList(0, 2), other);
            release(city, scores.subList(2, 8), other);
        } finally {
            other.close();
        }

        List<String> history = ReviewDatabase.column("select city_version || ' ' || kind || ' ' || level || ' '"
                + " || coalesce(supersedes::text, 'none') || ' ' || certification_id from certification_grant"
                + " where city_id = '" + city.id().value() + "' order by city_version");
        assertThat(history).hasSize(8);
        String lastLevel = null;
        String lastId = "none";
        for (int i = 0; i < 8; i++) {
            String[] row = history.get(i).split(" ");
            var level = CertificationLevel.valueOf(row[2]);
            var last = lastLevel == null ? null : CertificationLevel.valueOf(lastLevel);
            assertThat(row[0]).isEqualTo(Integer.toString(i + 1));
            assertThat(row[1]).isEqualTo(CertificationKind.from(last, level).name());
            assertThat(row[3]).isEqualTo(lastId);
            lastLevel = row[2];
            lastId = row[4];
        }
    }

    private void release(City city, List<Integer> scores, RunningReview other) throws Exception {
        List<UUID> cases =
                scores.stream().map(met -> review.openCase(city, met)).toList();
        cases.forEach(id -> review.approve(Staff.reviewer("ana"), id, "1-1"));
        List<Answer> answers = together(
                cases.size(), n -> (n % 2 == 0 ? review : other).approve(Staff.reviewer("luis"), cases.get(n), "1-1"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    }

    private static String acts(UUID id, String act) {
        return ReviewDatabase.column(
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
