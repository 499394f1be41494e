package org.citycertification.review.audit;

import java.util.List;
import java.util.UUID;
import org.citycertification.review.audit.domain.AuditEntry;
import org.citycertification.review.audit.domain.TrailCheck;

/** Reads a trail and checks it in the same breath. */
public class ReadTrail {

    private final AuditTrail trail;

    public ReadTrail(AuditTrail trail) {
        this.trail = trail;
    }

    /** The entries with the result of checking them. */
    public CheckedTrail read(UUID subject) {
        // The head comes first: an entry appended in between is then longer than the head, never shorter.
        String head = trail.headHash(subject);
        List<AuditEntry> entries = upTo(head, trail.entries(subject));
        return new CheckedTrail(entries, AuditChain.verify(entries, head));
    }

    private static List<AuditEntry> upTo(String head, List<AuditEntry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).hash().equals(head)) {
                return entries.subList(0, i + 1);
            }
        }
        return entries;
    }

    /** A trail and what checking it found. */
    public record CheckedTrail(List<AuditEntry> entries, TrailCheck check) {}
}
