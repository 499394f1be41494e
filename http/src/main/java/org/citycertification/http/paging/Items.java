package org.citycertification.http.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the rows, possibly none
 * @param next cursor for {@code after} of the next page; left out on the last
 */
public record Items<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {

    public Items {
        items = List.copyOf(items);
    }
}
