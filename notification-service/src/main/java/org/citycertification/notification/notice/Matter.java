package org.citycertification.notification.notice;

import java.util.UUID;

/**
 * What a notice is about. Of two notices to one person on one matter the one with the higher version holds; an older one
 * that has not been sent yet must not be sent any more.
 */
public record Matter(String name, long version) {
    private static final long CASE_VERSIONS = 1_000_000;

    /** The decision on a submission: a later submission version, or a later word on the same one, replaces an earlier. */
    static Matter decision(UUID submissionId, long submissionVersion, long caseVersion) {
        return new Matter("decision:" + submissionId, submissionVersion * CASE_VERSIONS + caseVersion);
    }

    /** The public standing of a city. */
    static Matter standing(String cityId, long cityVersion) {
        return new Matter("standing:" + cityId, cityVersion);
    }
}
