package org.citycertification.intake;

import java.time.Clock;
import java.time.Duration;
import org.citycertification.intake.access.RowScope;
import org.citycertification.intake.city.Cities;
import org.citycertification.intake.city.ContactEvents;
import org.citycertification.intake.city.FindCity;
import org.citycertification.intake.city.RecordCity;
import org.citycertification.intake.submission.FollowSubmission;
import org.citycertification.intake.submission.HearOfCase;
import org.citycertification.intake.submission.Progress;
import org.citycertification.intake.submission.ReceiveSubmission;
import org.citycertification.intake.submission.SubmissionEvents;
import org.citycertification.intake.submission.Submissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the use cases together. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
    /** Counts in milliseconds, as the events do, so that a time is the same wherever it is read. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    @Bean
    RowScope rowScope(JdbcClient jdbc) {
        return new RowScope(jdbc);
    }

    @Bean
    RecordCity recordCity(Cities cities, ContactEvents events, RowScope scope) {
        return new RecordCity(cities, events, scope);
    }

    @Bean
    FindCity findCity(Cities cities, RowScope scope) {
        return new FindCity(cities, scope);
    }

    @Bean
    ReceiveSubmission receiveSubmission(
            Cities cities, Submissions submissions, SubmissionEvents events, RowScope scope) {
        return new ReceiveSubmission(cities, submissions, events, scope);
    }

    @Bean
    FollowSubmission followSubmission(Submissions submissions, RowScope scope) {
        return new FollowSubmission(submissions, scope);
    }

    @Bean
    HearOfCase hearOfCase(Progress progress, RowScope scope) {
        return new HearOfCase(progress, scope);
    }
}
