package org.citycertification.http.paging;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.citycertification.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Which part of a list is asked for, from {@code ?after=&limit=}; a controller takes it as a parameter.
 *
 * @param cursor the last row of the page before, {@code null} for the first page
 * @param limit rows wanted, 1 to 200
 */
public record Paging(@Nullable Cursor cursor, int limit) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    public Paging {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1.." + MAX_LIMIT + " but was " + limit);
        }
    }

    public Optional<Cursor> after() {
        return Optional.ofNullable(cursor);
    }

    /**
     * The cursor's parts if it has exactly {@code count} of them; another count is refused as a cursor of another list.
     */
    public Optional<List<String>> afterParts(int count) {
        Cursor given = cursor;
        if (given == null) {
            return Optional.empty();
        }
        if (given.parts().size() != count) {
            throw malformed().refused();
        }
        return Optional.of(given.parts());
    }

    /** Rows to fetch: one more than wanted, which tells whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }

    /**
     * The page as an answer, with {@code Link: <..>; rel="next"} to the current request's address when there is more.
     *
     * @param fetched at most {@link #fetch()} rows in the list's order
     * @param cursorOf the row's key
     */
    public <T> ResponseEntity<Items<T>> answer(List<T> fetched, Function<? super T, Cursor> cursorOf) {
        if (fetched.size() <= limit) {
            return ResponseEntity.ok(new Items<>(fetched, null));
        }
        List<T> items = fetched.subList(0, limit);
        String next = cursorOf.apply(items.get(limit - 1)).encoded();
        String link = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("after", next)
                .replaceQueryParam("limit", limit)
                .build()
                .toUriString();
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, "<" + link + ">; rel=\"next\"")
                .body(new Items<>(items, next));
    }

    /** The refusal of a cursor that this list did not give out. */
    public static Problem malformed() {
        return Problem.of(
                        HttpStatus.BAD_REQUEST, "invalid-request", "The parameter after is not a cursor of this list.")
                .error("/after", "invalid-cursor", "Use the cursor of the previous page as it came, or leave it out.");
    }
}
