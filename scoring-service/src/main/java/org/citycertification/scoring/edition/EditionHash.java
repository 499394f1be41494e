package org.citycertification.scoring.edition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.citycertification.scoring.edition.domain.CanonicalRules;
import org.citycertification.scoring.edition.domain.ContentHash;
import org.citycertification.scoring.edition.domain.Edition;

/** The content hash of an edition: SHA-256 over its {@link CanonicalRules} in UTF-8. */
public final class EditionHash {

    private EditionHash() {}

    public static ContentHash of(Edition edition) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var hash = digest.digest(CanonicalRules.of(edition).getBytes(StandardCharsets.UTF_8));
            return new ContentHash(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
