package org.citycertification.messaging.gate;

import org.springframework.jdbc.core.JdbcTemplate;

/** How many refused records wait for an operator. */
public record OpenLetters(JdbcTemplate jdbc) {
    /** Over all topics. */
    public long now() {
        Long count = jdbc.queryForObject("select count(*) from dead_letter where state = 'OPEN'", Long.class);
        return count == null ? 0 : count;
    }
}
