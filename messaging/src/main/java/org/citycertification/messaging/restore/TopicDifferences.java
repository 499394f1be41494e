package org.citycertification.messaging.restore;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citycertification.messaging.restore.Difference.Kind;
import org.jspecify.annotations.Nullable;

/** The differences of one topic: all are counted, a few are named. */
final class TopicDifferences {
    private static final int MOST_NAMED = 20;

    private final String topic;
    private final Map<Kind, Some> byKind = new EnumMap<>(Kind.class);

    TopicDifferences(String topic) {
        this.topic = topic;
    }

    private static final class Some {
        private final List<String> named = new ArrayList<>();
        private long keys;
        private long events;
    }

    void add(@Nullable Difference difference) {
        if (difference == null) {
            return;
        }
        Some some = byKind.computeIfAbsent(difference.kind(), kind -> new Some());
        some.keys++;
        some.events += difference.events();
        if (some.named.size() < MOST_NAMED) {
            some.named.add(difference.words());
        }
    }

    /** The differences of a kind in words; empty if there are none. */
    Optional<String> of(Kind kind) {
        Some some = byKind.get(kind);
        if (some == null) {
            return Optional.empty();
        }
        String head = kind == Kind.DATABASE_LACKS
                ? "%s is ahead of this database: %d events of %d keys are missing in it."
                : "%s lacks what this database has published: %d events of %d keys. Their readers will wait for them.";
        var text = new StringBuilder(head.formatted(topic, some.events, some.keys));
        some.named.forEach(words -> text.append("\n  ").append(words));
        if (some.keys > some.named.size()) {
            text.append("\n  and %d more keys".formatted(some.keys - some.named.size()));
        }
        return Optional.of(text.toString());
    }
}
