package org.citycertification.intake.submission.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.citycertification.intake.submission.domain.SubmissionId;

/** Addresses of a submission, without a host: a caller knows where it called. */
final class Links {
    private Links() {}

    static String self(SubmissionId id) {
        return "/api/submissions/" + id;
    }

    static Map<String, String> of(SubmissionId id) {
        var links = new LinkedHashMap<String, String>();
        links.put("self", self(id));
        links.put("assessment", self(id) + "/assessment");
        return Collections.unmodifiableMap(links);
    }
}
