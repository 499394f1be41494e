package org.citycertification.messaging.gate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citycertification.messaging.gate.LetterRows.OpenLetter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes what is open although its topic holds it no longer: retention has taken the letter, so nobody can redrive or discard
 * it, and an alarm that nobody can end is no alarm. A letter expires as if it had been discarded.
 */
final class ExpiredLetters {
    private static final Logger log = LoggerFactory.getLogger(ExpiredLetters.class);

    private final LetterRows rows;
    private final LetterTopic topic;
    /** Where open letters were when they were looked for; while the topic begins no later they are still there. */
    private final Map<OpenLetter, Long> places = new HashMap<>();

    ExpiredLetters(LetterRows rows, LetterTopic topic) {
        this.rows = rows;
        this.topic = topic;
    }

    /** Without open letters it asks the database alone, and reads the topic only after it has lost something. */
    void sweep() {
        List<OpenLetter> open = rows.openAndPublished(topic.name());
        places.keySet().retainAll(open);
        if (open.isEmpty()) {
            return;
        }
        Map<Integer, Long> starts =
                topic.starts(open.stream().map(OpenLetter::partition).toList());
        // A partition that begins at 0 has lost nothing: it is new, or as old as its backup.
        List<OpenLetter> doubtful = open.stream()
                .filter(letter -> starts.getOrDefault(letter.partition(), 0L) > places.getOrDefault(letter, 0L))
                .toList();
        if (doubtful.isEmpty()) {
            return;
        }
        Map<OpenLetter, Long> found = topic.find(doubtful, starts);
        places.putAll(found);
        doubtful.stream().filter(letter -> !found.containsKey(letter)).forEach(this::expire);
    }

    private void expire(OpenLetter letter) {
        if (rows.expire(letter)) {
            log.warn(
                    "Dead letter expired: source partition {} offset {}, key '{}', refusal {}: {} holds it no longer,"
                            + " so that nobody can redrive or discard it",
                    letter.partition(),
                    letter.sourceOffset(),
                    letter.key(),
                    letter.attempt(),
                    topic.name());
        }
    }
}
