package org.citycertification.scoring.edition.domain;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A value and where it stands, so that what is wrong with it can be found.
 *
 * @param place names and positions from the edition down, for example {@code areas[0].criteria[2].code}
 */
public record Placed<T>(String place, T value) {

    /** Values that stand in a list at a place. */
    static <T> List<Placed<T>> in(String place, List<T> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> new Placed<>(place + "[" + i + "]", values.get(i)))
                .toList();
    }
}
