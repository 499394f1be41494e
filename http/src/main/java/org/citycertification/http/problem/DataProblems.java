package org.citycertification.http.problem;

import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What a database reports that is not a bug: somebody was faster, or it is away. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class DataProblems {

    private static final Logger log = LoggerFactory.getLogger(DataProblems.class);

    @ExceptionHandler({DuplicateKeyException.class, ConcurrencyFailureException.class})
    ResponseEntity<Problem> conflict(RuntimeException conflict) {
        log.info("A request lost against another: {}", conflict.getClass().getSimpleName());
        log.debug("The conflict", conflict);
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "data-conflict",
                        "Another request changed the same data at the same time. Read it again, then repeat yours.")
                .header("Retry-After", "1")
                .response();
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        QueryTimeoutException.class,
        TransactionSystemException.class
    })
    ResponseEntity<Problem> away(RuntimeException away) {
        log.warn("The database did not answer a request", away);
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Not possible just now; try again shortly.")
                .header("Retry-After", "5")
                .response();
    }

    /** PostgreSQL's {@code lock_not_available} comes without a category of its own. */
    @ExceptionHandler
    ResponseEntity<Problem> uncategorized(UncategorizedDataAccessException failed) {
        return failed.getRootCause() instanceof SQLException cause && "55P03".equals(cause.getSQLState())
                ? conflict(failed)
                : ApiProblems.unexpected(failed).response();
    }
}
