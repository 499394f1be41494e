package org.citycertification.intake.submission.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Which links are taken as evidence: absolute web addresses that name a host and no account. */
final class EvidenceLink {
    static final int LONGEST = 2000;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private EvidenceLink() {}

    static boolean isWebAddress(String link) {
        if (link.chars().anyMatch(c -> c <= ' ' || Character.isISOControl(c))) {
            return false;
        }
        try {
            var uri = new URI(link);
            String scheme = uri.getScheme();
            return scheme != null
                    && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
