package org.citycertification.review.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import org.citycertification.review.audit.domain.Act;
import org.citycertification.review.audit.domain.AuditEntry;
import org.citycertification.review.audit.domain.TrailCheck;

/**
 * Chains entries by SHA-256. The hash is taken over netstrings (byte length in decimal, colon, UTF-8 bytes, comma), so no two
 * different entries have the same text, in this order: {@code audit-entry/1}, subject, sequence, time (ISO 8601), actor, act,
 * number of details, then each detail's name and value in the order of the names, hash of the entry before.
 */
public final class AuditChain {

    private static final String FORMAT = "audit-entry/1";

    private AuditChain() {}

    /** The act as the entry that follows {@code previousSequence} and {@code previousHash}. */
    public static AuditEntry next(Act act, long previousSequence, String previousHash) {
        var draft = new AuditEntry(
                act.subject(),
                previousSequence + 1,
                act.at(),
                act.actor(),
                act.name(),
                AuditEntry.sorted(act.details()),
                previousHash,
                AuditEntry.NO_HASH);
        return new AuditEntry(
                draft.subject(),
                draft.sequence(),
                draft.at(),
                draft.actor(),
                draft.act(),
                draft.details(),
                previousHash,
                hashOf(draft));
    }

    /** Finds the first entry that is not what was written, or is not there. */
    public static TrailCheck verify(List<AuditEntry> entries, String headHash) {
        String previous = AuditEntry.NO_HASH;
        long expected = 1;
        for (AuditEntry entry : entries) {
            if (entry.sequence() != expected) {
                return new TrailCheck.Broken(expected, "Entry " + expected + " is missing");
            }
            if (!entry.previousHash().equals(previous)) {
                return new TrailCheck.Broken(expected, "Entry " + expected + " does not follow the entry before it");
            }
            if (!entry.hash().equals(hashOf(entry))) {
                return new TrailCheck.Broken(expected, "Entry " + expected + " was changed after it was written");
            }
            previous = entry.hash();
            expected++;
        }
        return previous.equals(headHash)
                ? new TrailCheck.Intact(entries.size())
                : new TrailCheck.Broken(expected, "Entries were taken from the end");
    }

    private static String hashOf(AuditEntry entry) {
        var text = new ByteArrayOutputStream(256);
        put(text, FORMAT);
        put(text, entry.subject().toString());
        put(text, Long.toString(entry.sequence()));
        put(text, entry.at().toString());
        put(text, entry.actor());
        put(text, entry.act());
        SortedMap<String, String> details = entry.details();
        put(text, Integer.toString(details.size()));
        details.forEach((name, value) -> {
            put(text, name);
            put(text, value);
        });
        put(text, entry.previousHash());
        return HexFormat.of().formatHex(sha256(text.toByteArray()));
    }

    private static void put(ByteArrayOutputStream text, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        text.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        text.writeBytes(bytes);
        text.write(',');
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
