package org.citycertification.review.audit.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One act, as it is kept.
 *
 * @param subject what the trail is about, for a case its id
 * @param sequence place in the trail: 1, 2, 3 without gaps
 * @param at when, to the millisecond
 * @param actor the person, or {@code system:<name>} for a machine
 * @param act what was done, e.g. {@code outcome-approved}
 * @param details facts of the act by name
 * @param previousHash hash of the entry before, 64 zeros for the first; lower-case hexadecimal like {@code hash}
 * @param hash over all of the above
 */
public record AuditEntry(
        UUID subject,
        long sequence,
        Instant at,
        String actor,
        String act,
        SortedMap<String, String> details,
        String previousHash,
        String hash) {

    public static final String NO_HASH = "0".repeat(64);

    public AuditEntry {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /** The details of an act, sorted by name. */
    public static SortedMap<String, String> sorted(Map<String, String> details) {
        return new TreeMap<>(details);
    }
}
