package org.citycertification.review.reviewcase.web;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.citycertification.review.audit.ReadTrail.CheckedTrail;
import org.citycertification.review.audit.domain.AuditEntry;
import org.citycertification.review.audit.domain.TrailCheck;
import org.jspecify.annotations.Nullable;

/**
 * A case's trail.
 *
 * @param verified whether every entry is as it was written
 * @param firstBad what is wrong first, {@code null} if nothing is
 */
record AuditView(UUID caseId, boolean verified, @Nullable BadEntry firstBad, List<EntryView> entries) {

    record BadEntry(long sequence, String reason) {}

    record EntryView(
            long sequence,
            Instant at,
            String actor,
            String act,
            SortedMap<String, String> details,
            String previousHash,
            String hash) {

        static EntryView of(AuditEntry entry) {
            return new EntryView(
                    entry.sequence(),
                    entry.at(),
                    entry.actor(),
                    entry.act(),
                    entry.details(),
                    entry.previousHash(),
                    entry.hash());
        }
    }

    static AuditView of(UUID caseId, CheckedTrail trail) {
        BadEntry bad = trail.check() instanceof TrailCheck.Broken broken
                ? new BadEntry(broken.sequence(), broken.reason())
                : null;
        return new AuditView(
                caseId,
                bad == null,
                bad,
                trail.entries().stream().map(EntryView::of).toList());
    }
}
