package org.citycertification.intake.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.citycertification.intake.access.RowScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class AccessTests {
    private static final String MATRIX = """
            PUT  /api/cities/{cityId}                        | coordinator
            GET  /api/cities/{cityId}                        | city coordinator
            POST /api/submissions                            | city
            GET  /api/submissions                            | auditor city coordinator
            GET  /api/submissions/{submissionId}             | auditor city coordinator
            GET  /api/submissions/{submissionId}/assessment  | auditor city coordinator
            GET  /api/nothing                                |
            DELETE /api/submissions/{submissionId}           |
            PATCH /api/cities/{cityId}                       |
            GET  /actuator/prometheus                        |""";
    private static final List<String> ROLES =
            List.of("city", "reviewer", "coordinator", "auditor", "operator", "subscriber");

    private final RunningIntake intake = RunningIntake.shared();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = MATRIX)
    void opensEachEndpointToTheRolesOfTheMatrixAlone(String endpoint, String allowed) {
        String[] parts = endpoint.split(" +");
        String path = parts[1].replace("{cityId}", "us-ma-matrix")
                .replace("{submissionId}", UUID.randomUUID().toString());
        var open = new TreeSet<String>();
        for (String role : ROLES) {
            String token = role.equals("city") ? intake.city("us-ma-matrix") : intake.tokens.of("someone", role);
            int status = call(parts[0], path, token);
            assertThat(status).as(role).isNotIn(401, 500);
            if (status != 403) {
                open.add(role);
            }
        }

        assertThat(open).isEqualTo(allowed == null ? Set.of() : new TreeSet<>(Arrays.asList(allowed.split(" "))));
        assertThat(call(parts[0], path, null)).isEqualTo(401);
        assertThat(call(parts[0], path, intake.tokens.of("someone"))).isEqualTo(403);
    }

    @Test
    void hasEveryEndpointInTheMatrix() {
        var mapped = intake
                .context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(mapping -> mapping.getPatternValues().stream().anyMatch(path -> path.startsWith("/api")))
                .map(mapping ->
                        mapping.getMethodsCondition().getMethods().iterator().next() + " "
                                + mapping.getPatternValues().iterator().next())
                .collect(Collectors.toSet());

        assertThat(MATRIX.lines()
                        .map(line -> line.replaceAll(" +\\|.*", "").replaceAll(" +", " "))
                        .collect(Collectors.toSet()))
                .containsAll(mapped);
        assertThat(mapped).hasSize(6);
    }

    @Test
    void refusesACityTokenWithoutACity() {
        String token = intake.tokens.of("nobody", "city");

        Reply refused = intake.post(token, "no-city", Bodies.ANSWERS);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/type")).isEqualTo("urn:certification:problem:no-city");
        assertThat(intake.get("/api/submissions", token).status()).isEqualTo(403);
    }

    @Test
    void worksInTheDatabaseAsARoleWithoutPrivileges() {
        Map<String, Object> role = jdbc().sql("""
                        select current_user as name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb
                        from pg_roles where rolname = current_user""").query().singleRow();
        assertThat(role)
                .containsEntry("name", "intake_app")
                .containsEntry("rolsuper", false)
                .containsEntry("rolbypassrls", false)
                .containsEntry("rolcreaterole", false)
                .containsEntry("rolcreatedb", false);
        assertThat(jdbc().sql("select count(*) from pg_class where relowner = current_user::regrole")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void forcesRowLevelSecurityOnEveryTableThatHasACity() {
        assertThat(jdbc().sql("""
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relkind = 'r' and a.attname = 'city_id'
                          and not (c.relrowsecurity and c.relforcerowsecurity)""").query(String.class).list()).isEmpty();
        assertThat(jdbc().sql("select count(*) from pg_class where relrowsecurity and relforcerowsecurity")
                        .query(Integer.class)
                        .single())
                .isEqualTo(9);
    }

    @Test
    void showsATransactionTheRowsOfItsCityAlone() {
        String one = intake.recorded("us-ma-wall-one");
        String two = intake.recorded("us-ma-wall-two");
        intake.post(intake.city(one), "wall", Bodies.ANSWERS);
        intake.post(intake.city(two), "wall", Bodies.ANSWERS);
        var scope = new RowScope(jdbc());

        assertThat(cities(() -> scope.city(one))).containsExactly(one);
        assertThat(cities(() -> scope.city(two))).containsExactly(two);
        assertThat(cities(scope::staff)).contains(one, two);
        assertThat(cities(() -> {})).isEmpty();
        assertThat(cities(() -> scope.city(""))).isEmpty();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(scope::staff);
    }

    @Test
    void letsATransactionWriteForItsCityAlone() {
        String one = intake.recorded("us-ma-write-one");
        intake.recorded("us-ma-write-two");
        var scope = new RowScope(jdbc());

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> inTransaction(() -> {
                    scope.city(one);
                    jdbc().sql("""
                                    insert into submission (submission_id, city_id, cycle_id, version,
                                      published_version, state, received_at)
                                    values (gen_random_uuid(), 'us-ma-write-two', 'rolling', 1, 1, 'RECEIVED', now())""").update();
                    return List.of();
                }))
                .withStackTraceContaining("row-level security");
    }

    @ParameterizedTest
    @CsvSource({
        "update submission_version set assessment = ''",
        "delete from submission_version",
        "delete from submission",
        "delete from timeline_entry",
        "update timeline_entry set step = 'X'",
        "update decision set met = 0",
        "delete from decision",
        "truncate submission_version",
        "delete from city",
        "insert into cycle select 'x', 'x', now()"
    })
    void cannotChangeWhatWasSentOrDecided(String sql) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc().sql(sql).update())
                .withStackTraceContaining("permission denied");
    }

    private List<String> cities(Runnable scope) {
        return inTransaction(() -> {
            scope.run();
            return jdbc().sql("select city_id from submission where city_id like 'us-ma-wall-%' order by 1")
                    .query(String.class)
                    .list();
        });
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return new TransactionTemplate(intake.context.getBean(PlatformTransactionManager.class))
                .execute(status -> work.get());
    }

    private JdbcClient jdbc() {
        return intake.context.getBean(JdbcClient.class);
    }

    private int call(String method, String path, String token) {
        var request = intake.request(intake.address + path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "matrix")
                .method(method, java.net.http.HttpRequest.BodyPublishers.ofString(method.equals("GET") ? "" : "{}"));
        return intake.send(request, token).status();
    }
}
