package org.citycertification.intake.running;

import static org.assertj.core.api.Assertions.assertThat;

import org.citycertification.platform.Part;
import org.citycertification.platform.TestPlatform;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database that published before it kept account of that. */
@Tag("adapters")
class OlderDatabaseTests {
    private static final String NAME = "intake_older";
    private static final String ROWS = """
            select set_config('app.scope', 'staff', false);
            insert into city (city_id, name, country, population, population_year, population_source, revision, recorded_at)
              values ('us-x', 'X', 'US', 30000, 2020, 'census', 1, now());
            insert into contact (contact_id, city_id, list_position, name, email, role, language, published_version)
              values ('00000000-0000-0000-0000-000000000001', 'us-x', 1, 'Ana', 'a@x.example', 'mayor', 'en', 3);
            insert into contact (contact_id, city_id, list_position, published_version, removed_at)
              values ('00000000-0000-0000-0000-000000000002', 'us-x', 2, 4, now());
            insert into submission (submission_id, city_id, cycle_id, version, published_version, state, received_at)
              values ('00000000-0000-0000-0000-000000000003', 'us-x', 'rolling', 1, 2, 'RECEIVED', now())""";

    @Test
    void remembersWhatItHasGivenOut() {
        TestPlatform platform = TestPlatform.shared(Part.POSTGRES);
        // The migrations give rights to the role of this name.
        platform.createDatabase("intake");
        String url = platform.createDatabase(NAME);
        FluentConfiguration flyway = Flyway.configure()
                .dataSource(url, NAME + "_owner", NAME + "_owner")
                .placeholderReplacement(false)
                .locations("classpath:db/messaging", "classpath:db/http", "classpath:db/intake")
                .outOfOrder(true);
        flyway.target("1.1").load().migrate();
        var database = new DriverManagerDataSource(url, NAME + "_owner", NAME + "_owner");
        new JdbcTemplate(database).execute(ROWS);

        flyway.target("latest").load().migrate();

        assertThat(JdbcClient.create(database)
                        .sql("select concat_ws(' ', topic, right(message_key, 1), version, erased) from published")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "intake.contact.internal.v1 1 3 f",
                        "intake.contact.internal.v1 2 4 t",
                        "intake.submission.internal.v1 3 2 f");
    }
}
