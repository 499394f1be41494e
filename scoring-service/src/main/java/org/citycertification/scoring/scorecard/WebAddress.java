package org.citycertification.scoring.scorecard;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Which links are evidence, as intake has it: absolute web addresses that name a host and no account. */
final class WebAddress {

    private static final int LONGEST = 2000;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private WebAddress() {}

    static boolean isOne(String link) {
        if (link.length() > LONGEST || link.chars().anyMatch(c -> c <= ' ' || Character.isISOControl(c))) {
            return false;
        }
        try {
            var uri = new URI(link);
            return uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
