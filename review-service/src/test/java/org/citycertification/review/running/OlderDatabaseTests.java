package org.citycertification.review.running;

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
    private static final String NAME = "review_older";
    private static final String ROWS = """
            insert into review_case (case_id, submission_id, submission_version, round, state, city_id, city_name, edition_id,
                provisional_met, out_of, opened_at, published_events)
              values ('00000000-0000-0000-0000-000000000001', gen_random_uuid(), 1, 1, 'OPEN', 'us-x', 'X', 'e', 1, 43, now(), 1),
                ('00000000-0000-0000-0000-000000000002', gen_random_uuid(), 1, 1, 'OPEN', 'us-x', 'X', 'e', 1, 43, now(), 0);
            insert into certification (city_id, city_version, certification_id, level)
              values ('us-x', 3, gen_random_uuid(), 'GOLD'), ('us-y', 0, null, null)""";

    @Test
    void remembersWhatItHasGivenOut() {
        TestPlatform platform = TestPlatform.shared(Part.POSTGRES);
        // The migrations give rights to the role of this name.
        platform.createDatabase("review");
        String url = platform.createDatabase(NAME);
        FluentConfiguration flyway = Flyway.configure()
                .dataSource(url, NAME + "_owner", NAME + "_owner")
                .placeholderReplacement(false)
                .locations("classpath:db/messaging", "classpath:db/http", "classpath:db/review")
                .outOfOrder(true);
        flyway.target("4").load().migrate();
        var database = new DriverManagerDataSource(url, NAME + "_owner", NAME + "_owner");
        new JdbcTemplate(database).execute(ROWS);

        flyway.target("latest").load().migrate();

        assertThat(JdbcClient.create(database)
                        .sql("select concat_ws(' ', topic, right(message_key, 1), version, erased) from published")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("review.case.internal.v1 1 1 f", "review.certification.public.v1 x 3 f");
    }
}
