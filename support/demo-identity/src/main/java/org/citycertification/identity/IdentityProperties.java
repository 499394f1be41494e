package org.citycertification.identity;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The provider's settings.
 *
 * @param issuer name in every token; a loopback address, since these accounts must never guard anything real
 * @param audience whom tokens are for
 * @param keyFile where the signing key is kept, so that tokens survive a restart
 * @param tokenLifetime how long an access token is valid
 * @param accounts invented people
 * @param pageAddresses services whose pages people may sign in for, without a slash at the end
 * @param numberedCities how many accounts {@code city-01}, {@code city-02}, ... there are besides
 */
@ConfigurationProperties("identity")
record IdentityProperties(
        URI issuer,
        String audience,
        Path keyFile,
        @DefaultValue("10m") Duration tokenLifetime,
        List<Account> accounts,

        @DefaultValue({
            "http://localhost:8100",
            "http://localhost:8200",
            "http://localhost:8300",
            "http://localhost:8400"
        })
        List<URI> pageAddresses,

        @DefaultValue("0") int numberedCities) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    IdentityProperties {
        if (!LOOPBACK.contains(issuer.getHost())) {
            throw new IllegalArgumentException("identity.issuer is " + issuer
                    + ", but demo accounts are for this machine only;" + " use your own OpenID provider in production");
        }
    }

    /**
     * An invented person, who may also use the machine client {@code <name>-client}.
     *
     * @param city id of the city the person works for, null for staff
     */
    record Account(
            String name, List<String> roles, @Nullable String city) {
        /** Opaque id of the person, the same whichever way they sign in. */
        String person() {
            return "person-" + name;
        }
    }

    /** All accounts. */
    List<Account> everyone() {
        List<Account> all = new ArrayList<>(accounts);
        for (int i = 1; i <= numberedCities; i++) {
            String name = "city-%02d".formatted(i);
            all.add(new Account(name, List.of("city"), "us-ma-" + name));
        }
        return all;
    }
}
