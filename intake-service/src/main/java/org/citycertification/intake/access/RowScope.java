package org.citycertification.intake.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Says for whom the current transaction works; the database then shows it no other rows. To be called first in every
 * transaction, and it ends with the transaction. Without it the tables look empty.
 */
public class RowScope {
    private final JdbcClient jdbc;

    public RowScope(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Only the rows of this city. */
    public void city(String cityId) {
        set(cityId, "");
    }

    /** The rows of all cities: staff, and events of other services. */
    public void staff() {
        set("", "staff");
    }

    private void set(String city, String scope) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A row scope lasts for one transaction; open the transaction first");
        }
        jdbc.sql("select set_config('app.city', :city, true), set_config('app.scope', :scope, true)")
                .param("city", city)
                .param("scope", scope)
                .query((row, number) -> number)
                .single();
    }
}
