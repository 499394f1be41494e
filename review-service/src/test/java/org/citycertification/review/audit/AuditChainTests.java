package org.citycertification.review.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.citycertification.review.audit.domain.Act;
import org.citycertification.review.audit.domain.AuditEntry;
import org.citycertification.review.audit.domain.TrailCheck;
import org.junit.jupiter.api.Test;

class AuditChainTests {

    private static final UUID SUBJECT = UUID.fromString("ca5e0000-0000-4000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");

    private final List<AuditEntry> trail = trail();

    @Test
    void acceptsWhatWasWritten() {
        assertThat(AuditChain.verify(trail, head())).isEqualTo(new TrailCheck.Intact(3));
        assertThat(AuditChain.verify(List.of(), AuditEntry.NO_HASH)).isEqualTo(new TrailCheck.Intact(0));
    }

    @Test
    void keepsItsFormat() {
        assertThat(trail.get(0).hash()).isEqualTo("b22a45eb0c4f33d440b804734a9b134817204cdf420277a566e9f770363f908d");
    }

    @Test
    void findsAChangeOfAnyPart() {
        AuditEntry e = trail.get(1);
        List<AuditEntry> changed = List.of(
                new AuditEntry(new UUID(1, 1), 2, e.at(), e.actor(), e.act(), e.details(), e.previousHash(), e.hash()),
                new AuditEntry(
                        SUBJECT, 2, e.at().plusMillis(1), e.actor(), e.act(), e.details(), e.previousHash(), e.hash()),
                new AuditEntry(SUBJECT, 2, e.at(), "person-mei", e.act(), e.details(), e.previousHash(), e.hash()),
                new AuditEntry(SUBJECT, 2, e.at(), e.actor(), "case-opened", e.details(), e.previousHash(), e.hash()),
                new AuditEntry(
                        SUBJECT,
                        2,
                        e.at(),
                        e.actor(),
                        e.act(),
                        new TreeMap<>(Map.of("note", "b")),
                        e.previousHash(),
                        e.hash()),
                new AuditEntry(SUBJECT, 2, e.at(), e.actor(), e.act(), new TreeMap<>(), e.previousHash(), e.hash()));

        assertThat(changed)
                .allSatisfy(entry -> assertThat(AuditChain.verify(List.of(trail.get(0), entry, trail.get(2)), head()))
                        .isInstanceOfSatisfying(
                                TrailCheck.Broken.class,
                                broken -> assertThat(broken.sequence()).isEqualTo(2)));
    }

    @Test
    void findsMissingSwappedAndCutEntries() {
        assertThat(broken(List.of(trail.get(0), trail.get(2)))).isEqualTo(2);
        assertThat(broken(List.of(trail.get(1), trail.get(2)))).isEqualTo(1);
        assertThat(broken(List.of(trail.get(0), trail.get(1)))).isEqualTo(3);
        assertThat(broken(List.of(trail.get(1), trail.get(0), trail.get(2)))).isEqualTo(1);
    }

    @Test
    void findsAnEntryThatWasHashedAnewWithoutItsSuccessors() {
        AuditEntry forged = AuditChain.next(act("forged"), 1, trail.get(0).hash());

        assertThat(broken(List.of(trail.get(0), forged, trail.get(2)))).isEqualTo(3);
    }

    @Test
    void tellsApartDetailsThatReadAlikeWhenPutTogether() {
        String one = AuditChain.next(new Act(SUBJECT, AT, "a", "b", Map.of("x", "yz")), 0, AuditEntry.NO_HASH)
                .hash();
        String other = AuditChain.next(new Act(SUBJECT, AT, "a", "b", Map.of("xy", "z")), 0, AuditEntry.NO_HASH)
                .hash();

        assertThat(one).isNotEqualTo(other);
    }

    private long broken(List<AuditEntry> entries) {
        return ((TrailCheck.Broken) AuditChain.verify(entries, head())).sequence();
    }

    private String head() {
        return trail.get(2).hash();
    }

    private static List<AuditEntry> trail() {
        List<AuditEntry> entries = new ArrayList<>();
        String previous = AuditEntry.NO_HASH;
        for (int i = 0; i < 3; i++) {
            AuditEntry entry = AuditChain.next(act("n" + i), i, previous);
            entries.add(entry);
            previous = entry.hash();
        }
        return entries;
    }

    private static Act act(String note) {
        return new Act(SUBJECT, AT, "person-ana", "outcome-approved", Map.of("note", note, "accent", "C\u00f3rdoba"));
    }
}
