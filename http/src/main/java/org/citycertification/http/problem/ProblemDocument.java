package org.citycertification.http.problem;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;

/** The JSON members of a problem, in the order of RFC 9457. */
final class ProblemDocument {

    static final MediaType MEDIA_TYPE = MediaType.APPLICATION_PROBLEM_JSON;

    private ProblemDocument() {}

    /**
     * @param instance path of the request that was refused
     */
    static Map<String, Object> of(Problem problem, String instance) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", "urn:certification:problem:" + problem.type());
        members.put("title", title(problem.type()));
        members.put("status", problem.status().value());
        members.put("detail", problem.detail());
        members.put("instance", instance);
        if (!problem.errors().isEmpty()) {
            members.put("errors", problem.errors());
        }
        problem.facts().forEach(members::putIfAbsent);
        return members;
    }

    private static String title(String type) {
        String words = type.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
