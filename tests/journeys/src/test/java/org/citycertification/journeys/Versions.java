package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.IndexedRecord;
import org.citycertification.local.TopicWatch;
import org.citycertification.schemas.Topics;

/** The versions that events carry, which count from 1 for each submission, case, city and contact. */
final class Versions {
    private Versions() {}

    /** No key lacks a version or shows one before its predecessor; a repeated record counts as neither. */
    static void assertInOrder(TopicWatch watch) {
        assertThat(byKey(watch))
                .isNotEmpty()
                .allSatisfy((key, versions) -> assertThat(versions)
                        .containsExactlyElementsOf(LongStream.rangeClosed(1, versions.size())
                                .boxed()
                                .toList()));
    }

    /** By topic and key, each version when it was first seen; a certification's is that of its city. */
    private static Map<String, Set<Long>> byKey(TopicWatch watch) {
        Map<String, Set<Long>> versions = new LinkedHashMap<>();
        for (TopicWatch.Seen seen : watch.all()) {
            IndexedRecord value = seen.value();
            Field field = Stream.of("cityVersion", "version")
                    .map(value.getSchema()::getField)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (field != null && !seen.topic().equals(Topics.EDITION)) {
                versions.computeIfAbsent(seen.topic() + " " + seen.key(), k -> new LinkedHashSet<>())
                        .add(((Number) value.get(field.pos())).longValue());
            }
        }
        return versions;
    }
}
