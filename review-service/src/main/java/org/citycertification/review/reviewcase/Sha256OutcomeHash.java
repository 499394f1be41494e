package org.citycertification.review.reviewcase;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.citycertification.review.reviewcase.domain.OutcomeHash;
import org.citycertification.review.reviewcase.domain.Scorecard;
import org.citycertification.review.reviewcase.domain.ValidatedResults;

/**
 * SHA-256 over lines: {@code outcome/1}, submission, version, content hash, edition hash, then {@code <criterion>=<1 or 0>} in
 * the order of the edition. Lower-case hexadecimal.
 */
public final class Sha256OutcomeHash implements OutcomeHash {

    @Override
    public String of(Scorecard scorecard, ValidatedResults results) {
        var text = new StringBuilder("outcome/1\n")
                .append(scorecard.submissionId().value())
                .append('\n')
                .append(scorecard.submissionVersion())
                .append('\n')
                .append(scorecard.contentHash())
                .append('\n')
                .append(scorecard.editionHash())
                .append('\n');
        results.byCriterion()
                .forEach((criterion, met) -> text.append(criterion.value())
                        .append('=')
                        .append(met ? 1 : 0)
                        .append('\n'));
        return HexFormat.of().formatHex(sha256(text.toString()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
