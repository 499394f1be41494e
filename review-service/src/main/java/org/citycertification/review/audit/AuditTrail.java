package org.citycertification.review.audit;

import java.util.List;
import java.util.UUID;
import org.citycertification.review.audit.domain.Act;
import org.citycertification.review.audit.domain.AuditEntry;

/** The append-only store of what was done. */
public interface AuditTrail {

    /** Appends in the current transaction; appends to one subject take turns. */
    void append(Act act);

    /** Whether the trail has an act of this name by this actor. */
    boolean has(UUID subject, String actor, String act);

    /** All entries of a subject in their order. */
    List<AuditEntry> entries(UUID subject);

    /** Hash of the last entry as the trail's head remembers it; {@link AuditEntry#NO_HASH} before the first. */
    String headHash(UUID subject);
}
