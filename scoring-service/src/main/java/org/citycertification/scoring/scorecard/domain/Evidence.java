package org.citycertification.scoring.scorecard.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.TreeMap;
import org.citycertification.scoring.edition.domain.CanonicalJson;
import org.citycertification.scoring.edition.domain.EvidenceKind;
import org.jspecify.annotations.Nullable;

/**
 * Something a city names in support of a claim.
 *
 * @param link where it can be read; empty if the city gave no address
 * @param date of the document; null if the city gave none
 */
public record Evidence(
        EvidenceKind kind, String link, @Nullable LocalDate date) {

    /** Evidence of unknown age. */
    public Evidence(EvidenceKind kind, String link) {
        this(kind, link, null);
    }

    /** Evidence that nobody can look at does not count. */
    boolean canBeRead() {
        return !link.isBlank();
    }

    /** Neither older than that day nor younger than the last; without a date it is of unknown age. */
    boolean isWithin(LocalDate earliest, LocalDate last) {
        return date != null && !date.isBefore(earliest) && !date.isAfter(last);
    }

    /** The younger of two, of which one with a date counts as younger. */
    static Evidence younger(Evidence one, Evidence other) {
        if (one.date == null) {
            return other;
        }
        return other.date == null || one.date.isAfter(other.date) ? one : other;
    }

    /**
     * SHA-256 of this reference (kind, link, date) as {@link CanonicalJson}, 64 lower-case hexadecimal digits. It tells
     * whether the city still names the same thing; nobody has fetched the document.
     */
    public String hash() {
        var fields = new TreeMap<String, Object>();
        fields.put("kind", kind.code());
        fields.put("link", link);
        if (date != null) {
            fields.put("date", date.toString());
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(CanonicalJson.of(fields).getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
