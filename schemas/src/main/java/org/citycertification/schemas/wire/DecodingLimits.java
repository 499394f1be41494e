package org.citycertification.schemas.wire;

/**
 * The longest text or byte string, and the longest list, that Avro makes room for. Lengths stand before what they measure,
 * so that a few hostile bytes could otherwise claim all memory.
 */
final class DecodingLimits {
    /** Twice the largest record of a topic; set by whoever runs a service with other limits. */
    private static final String LONGEST = String.valueOf(2 * 1024 * 1024);

    private static final String[] LIMITS = {"bytes.maxLength", "string.maxLength", "collectionItems.maxLength"};

    private DecodingLimits() {}

    /** Must come before Avro's first decoder, which reads the limits once. */
    static void set() {
        for (String limit : LIMITS) {
            String property = "org.apache.avro.limits." + limit;
            if (System.getProperty(property) == null) {
                System.setProperty(property, LONGEST);
            }
        }
    }
}
