package org.citycertification.schemas;

import org.apache.avro.Schema;
import org.citycertification.schemas.intake.v1.ContactEvent;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.citycertification.schemas.review.v1.CaseEvent;
import org.citycertification.schemas.review.v1.CertificationEvent;
import org.citycertification.schemas.scoring.v1.EditionEvent;
import org.citycertification.schemas.scoring.v1.RescoreEvent;
import org.citycertification.schemas.scoring.v1.ScorecardEvent;

/** A topic of the system: {@code <owner>.<aggregate>.<internal|public>.v<major>}, with one record type and one writer. */
public enum Topic {
    SUBMISSION(Topics.SUBMISSION, SubmissionEvent.getClassSchema(), 6, Retention.FOR_EVER),
    CONTACT(Topics.CONTACT, ContactEvent.getClassSchema(), 6, Retention.LATEST_PER_KEY),
    EDITION(Topics.EDITION, EditionEvent.getClassSchema(), 6, Retention.LATEST_PER_KEY),
    SCORECARD(Topics.SCORECARD, ScorecardEvent.getClassSchema(), 6, Retention.FOR_EVER),
    /** Written only while somebody scores the past again; no service reads it. */
    RESCORE(Topics.RESCORE, RescoreEvent.getClassSchema(), 6, Retention.FOR_EVER),
    CASE(Topics.CASE, CaseEvent.getClassSchema(), 6, Retention.FOR_EVER),
    /** One partition: its offset is the cursor of every reader, and a city's history is in total order. */
    CERTIFICATION(Topics.CERTIFICATION, CertificationEvent.getClassSchema(), 1, Retention.FOR_EVER);

    /** What the broker keeps. */
    public enum Retention {
        /** Every record, without limit of time or size. */
        FOR_EVER,
        /**
         * The newest record of each key. A record without a value erases its key, within about two hours if something is
         * appended to the partition each hour: the broker compacts closed segments only.
         */
        LATEST_PER_KEY
    }

    private final String topicName;
    private final Schema schema;
    private final int partitions;
    private final Retention retention;

    Topic(String topicName, Schema schema, int partitions, Retention retention) {
        this.topicName = topicName;
        this.schema = schema;
        this.partitions = partitions;
        this.retention = retention;
    }

    /** Name on the broker. */
    public String topicName() {
        return topicName;
    }

    /** The service that writes it, and nobody else. */
    public String owner() {
        return topicName.substring(0, topicName.indexOf('.'));
    }

    /** Whether anyone may subscribe to it. */
    public boolean isPublic() {
        return topicName.contains(".public.");
    }

    /** Schema of the values as this build knows it. */
    public Schema schema() {
        return schema;
    }

    /** Number of partitions; it never changes, more would mean a new major version. */
    public int partitions() {
        return partitions;
    }

    /** What the broker keeps. */
    public Retention retention() {
        return retention;
    }

    /** Subject of the values in the registry. */
    public String subject() {
        return topicName + "-value";
    }
}
