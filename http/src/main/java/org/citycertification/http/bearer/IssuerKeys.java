package org.citycertification.http.bearer;

import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's public keys: fetched at the first token, again when five minutes old or when a token names an unknown key (at
 * most once in ten seconds, so that invented key names cannot make this service hammer the issuer). While the issuer is
 * away, keys are used for up to an hour; without any, the cause is reported as {@link RemoteKeySourceException}.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {

    private static final long FRESH = Duration.ofMinutes(5).toNanos();
    private static final long USABLE = Duration.ofHours(1).toNanos();
    private static final long BETWEEN_SEARCHES = Duration.ofSeconds(10).toNanos();
    private static final long BETWEEN_FAILURES = Duration.ofSeconds(1).toNanos();

    private final FetchKeys fetch;
    private final LongSupplier nanoTime;
    private final ReentrantLock fetching = new ReentrantLock();

    private volatile @Nullable Known known;
    private volatile @Nullable Failure failure;

    /**
     * @param nanoTime a monotonic clock in nanoseconds
     */
    IssuerKeys(FetchKeys fetch, LongSupplier nanoTime) {
        this.fetch = fetch;
        this.nanoTime = nanoTime;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws RemoteKeySourceException {
        Known current = keysNoOlderThan(FRESH);
        List<JWK> selected = selector.select(current.keys());
        if (selected.isEmpty() && nanoTime.getAsLong() - current.at() > BETWEEN_SEARCHES) {
            selected = selector.select(keysNoOlderThan(BETWEEN_SEARCHES).keys());
        }
        return selected;
    }

    private Known keysNoOlderThan(long age) throws RemoteKeySourceException {
        Known current = known;
        if (current != null && isWithin(current, age)) {
            return current;
        }
        fetching.lock();
        try {
            current = known;
            return current != null && isWithin(current, age) ? current : refreshed(current);
        } finally {
            fetching.unlock();
        }
    }

    private Known refreshed(@Nullable Known current) throws RemoteKeySourceException {
        Failure last = failure;
        if (last == null || nanoTime.getAsLong() - last.at() > BETWEEN_FAILURES) {
            try {
                Known fetched = new Known(fetch.fetch(), nanoTime.getAsLong());
                known = fetched;
                failure = null;
                return fetched;
            } catch (Exception away) {
                last = new Failure(away, nanoTime.getAsLong());
                failure = last;
            }
        }
        if (current != null && isWithin(current, USABLE)) {
            return current;
        }
        throw new RemoteKeySourceException("The issuer's keys cannot be read", last.cause());
    }

    private boolean isWithin(Known current, long age) {
        return nanoTime.getAsLong() - current.at() <= age;
    }

    /** Reads the issuer's key set. */
    @FunctionalInterface
    interface FetchKeys {
        JWKSet fetch() throws Exception;
    }

    private record Known(JWKSet keys, long at) {}

    private record Failure(Exception cause, long at) {}
}
