package org.citycertification.http.precondition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.citycertification.http.problem.Problem;
import org.citycertification.http.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * The entity tags (RFC 9110, 13.1.1) that an edit was based on. Tags are compared strongly: a weak one ({@code W/"1"}) never
 * matches.
 *
 * @param any whether {@code *} was sent, which matches whatever exists
 * @param tags strong tags with their quotes
 */
public record IfMatch(boolean any, List<String> tags) {

    private static final Pattern LIST =
            Pattern.compile("\\s*(?:W/)?\"[\\x21\\x23-\\x7e]*\"\\s*(?:,\\s*(?:W/)?\"[\\x21\\x23-\\x7e]*\"\\s*)*");
    private static final Pattern TAG = Pattern.compile("(W/)?(\"[\\x21\\x23-\\x7e]*\")");

    public IfMatch {
        tags = List.copyOf(tags);
    }

    /**
     * Reads the header; refuses with 428 when it is missing and 400 when it is not a list of entity tags.
     *
     * @throws Refused to be answered as the problem it carries
     */
    public static IfMatch required(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw Problem.of(
                            HttpStatus.PRECONDITION_REQUIRED,
                            "precondition-required",
                            "Read the resource first and send its ETag in the header If-Match, so that no change of others is lost.")
                    .refused();
        }
        if (header.strip().equals("*")) {
            return new IfMatch(true, List.of());
        }
        if (!LIST.matcher(header).matches()) {
            throw Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "malformed-if-match",
                            "If-Match holds an ETag in double quotes exactly as it was received, several separated by commas, or *.")
                    .refused();
        }
        var tags = new ArrayList<String>();
        var matcher = TAG.matcher(header);
        while (matcher.find()) {
            if (matcher.group(1) == null) {
                tags.add(matcher.group(2));
            }
        }
        return new IfMatch(false, tags);
    }

    /** An entity tag of {@code value}: visible ASCII without a double quote. */
    public static String etag(String value) {
        String tag = "\"" + value + "\"";
        if (!TAG.matcher(tag).matches()) {
            throw new IllegalArgumentException("Not usable in an entity tag: " + value);
        }
        return tag;
    }

    /** Whether the edit was based on {@code currentEtag} (with its quotes). */
    public boolean matches(String currentEtag) {
        return any || tags.contains(currentEtag);
    }

    /** Refuses with 412 and the current tag unless {@link #matches}. */
    public void check(String currentEtag) {
        if (!matches(currentEtag)) {
            throw changedMeanwhile(currentEtag).refused();
        }
    }

    /** The refusal of an edit that was based on an older state. */
    public static Problem changedMeanwhile(String currentEtag) {
        return Problem.of(
                        HttpStatus.PRECONDITION_FAILED,
                        "changed-meanwhile",
                        "The resource has changed since you read it. Read it again, then repeat the edit with its new ETag.")
                .fact("currentEtag", currentEtag)
                .header(HttpHeaders.ETAG, currentEtag);
    }
}
