package org.citycertification.review.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.citycertification.review.audit.AuditChain;
import org.citycertification.review.audit.AuditTrail;
import org.citycertification.review.audit.domain.Act;
import org.citycertification.review.audit.domain.AuditEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcAuditTrail implements AuditTrail {

    private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcAuditTrail(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Act act) {
        Head head = lockHead(act.subject());
        AuditEntry entry = AuditChain.next(act, head.sequence(), head.hash());
        insert(entry);
        jdbc.sql("update audit_head set sequence = :sequence, hash = :hash where subject = :subject")
                .param("sequence", entry.sequence())
                .param("hash", entry.hash())
                .param("subject", entry.subject())
                .update();
    }

    private Head lockHead(UUID subject) {
        jdbc.sql("insert into audit_head (subject, sequence, hash) values (:subject, 0, :hash) on conflict do nothing")
                .param("subject", subject)
                .param("hash", AuditEntry.NO_HASH)
                .update();
        return jdbc.sql("select sequence, hash from audit_head where subject = :subject for update")
                .param("subject", subject)
                .query((row, n) -> new Head(row.getLong("sequence"), row.getString("hash")))
                .single();
    }

    private void insert(AuditEntry entry) {
        jdbc.sql("""
                        insert into audit_entry (subject, sequence, at, actor, act, details, previous_hash, hash)
                        values (:subject, :sequence, :at, :actor, :act, :details::jsonb, :previousHash, :hash)""")
                .param("subject", entry.subject())
                .param("sequence", entry.sequence())
                .param("at", OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC))
                .param("actor", entry.actor())
                .param("act", entry.act())
                .param("details", json.writeValueAsString(entry.details()))
                .param("previousHash", entry.previousHash())
                .param("hash", entry.hash())
                .update();
    }

    @Override
    public boolean has(UUID subject, String actor, String act) {
        return jdbc.sql(
                        "select exists (select 1 from audit_entry where subject = :subject and actor = :actor and act = :act)")
                .param("subject", subject)
                .param("actor", actor)
                .param("act", act)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<AuditEntry> entries(UUID subject) {
        return jdbc.sql("select * from audit_entry where subject = :subject order by sequence")
                .param("subject", subject)
                .query((row, n) -> entry(row))
                .list();
    }

    @Override
    public String headHash(UUID subject) {
        return jdbc.sql("select hash from audit_head where subject = :subject")
                .param("subject", subject)
                .query(String.class)
                .optional()
                .orElse(AuditEntry.NO_HASH);
    }

    private AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getObject("subject", UUID.class),
                row.getLong("sequence"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("act"),
                json.readValue(row.getString("details"), DETAILS),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    private record Head(long sequence, String hash) {}
}
