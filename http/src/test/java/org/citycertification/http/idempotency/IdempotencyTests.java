package org.citycertification.http.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.citycertification.http.idempotency.OrderApplication.OrderController;
import org.citycertification.http.testing.TestTokens;
import org.citycertification.platform.Part;
import org.citycertification.platform.Ports;
import org.citycertification.platform.TestPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Repeated and parallel requests against a real Tomcat and a real PostgreSQL, with the two database roles of production. */
class IdempotencyTests {

    private static final TestTokens TOKENS = TestTokens.create();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static ConfigurableApplicationContext context;
    private static JdbcClient jdbc;
    private static String address;

    @BeforeAll
    static void start() {
        String database = TestPlatform.shared(Part.POSTGRES).createDatabase("orders");
        int port = Ports.reserve(1).get(0);
        address = "http://localhost:" + port;
        context = new SpringApplicationBuilder(OrderApplication.class)
                .properties("spring.config.name=none")
                .run(
                        "--server.port=" + port,
                        "--http.security.jwk-set-uri=" + TOKENS.keySet(),
                        "--http.idempotency.wait-for-first=5s",
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=orders_app",
                        "--spring.datasource.password=orders_app",
                        "--spring.flyway.url=" + database,
                        "--spring.flyway.user=orders_owner",
                        "--spring.flyway.password=orders_owner",
                        "--spring.flyway.locations=classpath:db/http,classpath:db/orders",
                        "--spring.datasource.hikari.maximum-pool-size=6");
        jdbc = context.getBean(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void asksForAKeyAndSaysWhatToDo() {
        var reply = post("ana", null, "lamp");
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("urn:certification:problem:idempotency-key-missing", "random value");
        assertThat(post("ana", "\"unclosed", "lamp").body()).contains("idempotency-key-malformed");
        assertThat(ordersOf("lamp")).isZero();
    }

    @Test
    void answersARepeatedRequestByteForByteAndActsOnce() {
        var first = post("ana", "k-1", "chair");
        var second = post("ana", "\"k-1\"", "chair");
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(first.body()).contains("\"item\":\"chair\"", "\"by\":\"person-ana\"");
        assertSameAnswer(first, second);
        assertThat(header(first, "Idempotency-Replayed")).isEmpty();
        assertThat(header(second, "Idempotency-Replayed")).isEqualTo("true");
        assertThat(ordersOf("chair")).isEqualTo(1);
    }

    @Test
    void refusesTheSameKeyWithAnotherBody() {
        post("ana", "k-2", "table");
        var other = post("ana", "k-2", "shelf");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("idempotency-key-reused");
        assertThat(ordersOf("shelf")).isZero();
    }

    @Test
    void keepsCallersAndPathsApart() {
        var ana = post("ana", "k-3", "rug");
        var luis = post("luis", "k-3", "rug");
        assertThat(luis.body()).contains("person-luis").isNotEqualTo(ana.body());
        assertThat(ordersOf("rug")).isEqualTo(2);
        assertThat(send("ana", "k-3", "/api/orders/1/copies", "").statusCode()).isEqualTo(201);
        assertThat(send("ana", "k-3", "/api/orders/2/copies", "").statusCode()).isEqualTo(201);
    }

    @Test
    void answersARepeatedRequestWithoutBody() {
        assertSameAnswer(
                send("ana", "k-4", "/api/orders/9/copies", ""), send("ana", "k-4", "/api/orders/9/copies", ""));
    }

    @Test
    void actsOnceForFiftyRequestsAtOnce() {
        List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, 50)
                .mapToObj(i -> CLIENT.sendAsync(
                        request("ana", "k-5", "/api/orders", "{\"item\":\"sofa\"}"), BodyHandlers.ofString()))
                .toList();
        var answers = calls.stream().map(CompletableFuture::join).toList();
        assertThat(ordersOf("sofa")).isEqualTo(1);
        answers.forEach(answer -> assertSameAnswer(answers.get(0), answer));
        assertThat(answers)
                .filteredOn(answer -> header(answer, "Idempotency-Replayed").isEmpty())
                .hasSize(1);
    }

    @Test
    void doesNotKeepARefusalAndUndoesWhatWasDone() {
        assertThat(post("ana", "k-6", "refused once").statusCode()).isEqualTo(409);
        assertThat(ordersOf("refused once")).isZero();
        assertThat(post("ana", "k-6", "refused once").statusCode()).isEqualTo(202);
        assertThat(ordersOf("refused once")).isEqualTo(1);
    }

    @Test
    void keepsNothingOfAFailure() {
        assertThat(post("ana", "k-7", "broken").statusCode()).isEqualTo(500);
        assertThat(ordersOf("broken")).isZero();
        assertThat(post("ana", "k-7", "mended").statusCode()).isEqualTo(202);
    }

    @Test
    void tellsACallerToComeBackWhenTheFirstRequestTakesTooLong() {
        var slow =
                CLIENT.sendAsync(request("ana", "k-8", "/api/orders", "{\"item\":\"slow\"}"), BodyHandlers.ofString());
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> OrderController.AT_WORK.get() == 1);
        var second = post("ana", "k-8", "slow");
        OrderController.GATE.release();
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("request-in-progress");
        assertThat(header(second, "Retry-After")).isEqualTo("1");
        assertSameAnswer(slow.join(), post("ana", "k-8", "slow"));
        assertThat(ordersOf("slow")).isEqualTo(1);
    }

    @Test
    void forgetsAnswersAfterTheirTimeAndNoOthers() {
        post("ana", "k-old", "old");
        post("ana", "k-young", "young");
        age("old", "720 hours 1 minute");
        age("young", "719 hours");
        int many = PurgeOldAnswers.BATCH + 5;
        jdbc.sql("""
                        insert into idempotent_answer (id, subject, method, path, request_hash, created_at)
                        select sha256(i::text::bytea), 's', 'POST', '/p', sha256(''), now() - interval '40 days'
                        from generate_series(1, :many) i""").param("many", many).update();
        assertThat(context.getBean(PurgeOldAnswers.class).purge()).isEqualTo(many + 1);
        post("ana", "k-old", "old");
        post("ana", "k-young", "young");
        assertThat(ordersOf("old")).isEqualTo(2);
        assertThat(ordersOf("young")).isEqualTo(1);
    }

    @Test
    void leavesTheLockTimeoutOfTheWorkAlone() {
        assertThat(jdbc.sql("show lock_timeout").query(String.class).single()).isEqualTo("0");
    }

    private static void age(String item, String interval) {
        int aged = jdbc.sql("update idempotent_answer set created_at = now() - cast(:interval as interval)"
                        + " where convert_from(body, 'UTF8') like '%\"' || :item || '\"%'")
                .param("interval", interval)
                .param("item", item)
                .update();
        assertThat(aged).isEqualTo(1);
    }

    private static void assertSameAnswer(HttpResponse<String> first, HttpResponse<String> second) {
        assertThat(second.statusCode()).isEqualTo(first.statusCode()).isBetween(200, 299);
        assertThat(second.body()).isEqualTo(first.body());
        for (String name : List.of("Location", "ETag", "Content-Type")) {
            assertThat(header(second, name)).isEqualTo(header(first, name));
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static int ordersOf(String item) {
        return jdbc.sql("select count(*) from placed_order where item = ?")
                .param(item)
                .query(Integer.class)
                .single();
    }

    private static HttpResponse<String> post(String who, String key, String item) {
        return send(who, key, "/api/orders", "{\"item\":\"" + item + "\"}");
    }

    private static HttpResponse<String> send(String who, String key, String path, String body) {
        return CLIENT.sendAsync(request(who, key, path, body), BodyHandlers.ofString())
                .join();
    }

    private static HttpRequest request(String who, String key, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + TOKENS.of(who, "city"))
                .POST(BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return request.build();
    }
}
