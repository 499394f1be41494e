package org.citycertification.intake.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.citycertification.schemas.Topics;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
class SubmissionRaceTests {
    private final RunningIntake intake = RunningIntake.shared();

    @Test
    void keepsOneSubmissionOfFiftyRequestsWithOneKey() throws Exception {
        String token = intake.city(intake.recorded("us-ma-fifty"));

        List<Reply> replies = together(IntStream.range(0, 50)
                .<Callable<Reply>>mapToObj(i -> () -> intake.post(token, "fifty", Bodies.ANSWERS))
                .toList());

        assertThat(replies).extracting(Reply::status).containsOnly(202);
        assertThat(replies.stream().map(Reply::body).distinct()).hasSize(1);
        assertThat(replies.stream().map(reply -> reply.header("Location")).distinct())
                .hasSize(1);
        String id = replies.get(0).at("/submissionId");
        assertThat(intake.kafka.await(Topics.SUBMISSION, id, 1)).hasSize(1);
        assertThat(intake.get("/api/submissions", token).json().path("items")).hasSize(1);
    }

    @Test
    void takesOneOfTwoRequestsWithDifferentKeys() throws Exception {
        for (int round = 0; round < 5; round++) {
            String token = intake.city(intake.recorded("us-ma-two-keys-" + round));

            List<Reply> replies = together(List.of(
                    () -> intake.post(token, "first", Bodies.ANSWERS),
                    () -> intake.post(token, "second", Bodies.ANSWERS)));

            assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(202, 409);
            assertThat(replies.get(0).header("Location"))
                    .isNotEmpty()
                    .isEqualTo(replies.get(1).header("Location"));
        }
    }

    @Test
    void listsOwnSubmissionsPageByPageNewestFirst() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            String token = intake.city(intake.recorded("us-ma-listed-" + i));
            ids.add(0, intake.post(token, "listed", Bodies.ANSWERS).at("/submissionId"));
        }

        var seen = new ArrayList<String>();
        String after = "";
        do {
            Reply page = intake.get("/api/submissions?limit=1" + after, intake.coordinator());
            assertThat(page.json().path("items")).hasSize(1);
            seen.add(page.at("/items/0/submissionId"));
            after = "&after=" + page.at("/next");
        } while (seen.size() < 3);

        assertThat(seen.stream().filter(ids::contains))
                .containsExactlyElementsOf(seen.stream()
                        .filter(ids::contains)
                        .sorted(java.util.Comparator.comparing(ids::indexOf))
                        .toList());
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(intake.get("/api/submissions?after=nonsense", intake.coordinator())
                        .status())
                .isEqualTo(400);
    }

    private static List<Reply> together(List<? extends Callable<Reply>> requests) throws Exception {
        var pool = Executors.newFixedThreadPool(requests.size());
        try {
            var replies = new ArrayList<Reply>();
            for (var reply : pool.invokeAll(requests)) {
                replies.add(reply.get());
            }
            return replies;
        } finally {
            pool.shutdownNow();
        }
    }
}
