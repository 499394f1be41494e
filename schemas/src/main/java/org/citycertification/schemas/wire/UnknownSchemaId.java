package org.citycertification.schemas.wire;

/** The registry answered and does not know the id; it may still learn it, so readers try for a while before they give up. */
public final class UnknownSchemaId extends RuntimeException {
    private final int id;

    public UnknownSchemaId(int id, Throwable cause) {
        super("The schema registry knows no schema " + id, cause);
        this.id = id;
    }

    /** As it stands in the record. */
    public int id() {
        return id;
    }
}
