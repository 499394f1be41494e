package org.citycertification.review.reviewcase.jdbc;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much work waits for people. */
@Component
class CaseGauges implements MeterBinder {

    private final JdbcClient jdbc;

    CaseGauges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("certification.reviewcase.open", this, CaseGauges::open)
                .description("Cases under review")
                .register(registry);
        Gauge.builder("certification.reviewcase.oldest.open", this, CaseGauges::oldest)
                .description("Age of the oldest case under review")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("certification.reviewcase.decided", this, CaseGauges::decided)
                .description("Cases decided so far")
                .register(registry);
    }

    private double decided() {
        return number("select count(*) from review_case where state = 'DECIDED'");
    }

    private double open() {
        return number("select count(*) from review_case where state = 'OPEN'");
    }

    private double oldest() {
        return number(
                "select coalesce(extract(epoch from now() - min(opened_at)), 0) from review_case where state = 'OPEN'");
    }

    private double number(String query) {
        return jdbc.sql(query).query(Double.class).single();
    }
}
