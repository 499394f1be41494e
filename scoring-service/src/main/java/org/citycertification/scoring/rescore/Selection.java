package org.citycertification.scoring.rescore;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.citycertification.scoring.edition.domain.EditionId;

/** Which submissions a run scores again. */
public sealed interface Selection {

    /** Whether a submission belongs to it. */
    boolean includes(UUID submission, EditionId edition);

    /** The same for the same selection, so that a run is not continued with another one; at most 100 characters. */
    String fingerprint();

    /** Every submission that is pinned to an edition. */
    record OfEdition(EditionId edition) implements Selection {
        @Override
        public boolean includes(UUID submission, EditionId pinned) {
            return pinned.equals(edition);
        }

        @Override
        public String fingerprint() {
            return "edition:" + edition;
        }
    }

    /** These submissions, whichever edition they are pinned to. */
    record OfSubmissions(Set<UUID> submissions) implements Selection {
        public OfSubmissions {
            submissions = Set.copyOf(submissions);
        }

        @Override
        public boolean includes(UUID submission, EditionId pinned) {
            return submissions.contains(submission);
        }

        @Override
        public String fingerprint() {
            String sorted =
                    new TreeSet<>(submissions).stream().map(UUID::toString).collect(Collectors.joining(","));
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(sorted.getBytes(UTF_8));
                return "submissions:" + HexFormat.of().formatHex(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java runtime has SHA-256", e);
            }
        }
    }
}
