package org.citycertification.messaging.gate;

import org.springframework.jdbc.core.JdbcTemplate;

/** How many records wait for a predecessor or an upgrade. */
public record ParkedCount(JdbcTemplate jdbc) {
    /** Over all topics. */
    public long now() {
        Long count = jdbc.queryForObject("select count(*) from parked", Long.class);
        return count == null ? 0 : count;
    }
}
