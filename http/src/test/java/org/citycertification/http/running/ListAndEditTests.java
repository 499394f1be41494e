package org.citycertification.http.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import org.citycertification.http.paging.Cursor;
import org.citycertification.http.running.RunningThings.Reply;
import org.junit.jupiter.api.Test;

/** Lists by cursor and edits by entity tag, as callers use them. */
class ListAndEditTests {

    private final RunningThings things = RunningThings.SHARED;
    private final String token = things.tokens.of("ana", "city");

    @Test
    void followsLinksThroughAListOnce() {
        var seen = new ArrayList<Integer>();
        String path = "/api/things?limit=3";
        int pages = 0;
        while (!path.isEmpty()) {
            Reply page = things.get(path, token);
            page.json().path("items").forEach(item -> seen.add(item.asInt()));
            String link = page.header("Link");
            path = link.isEmpty() ? "" : pathOf(link);
            assertThat(page.text("/next").isEmpty()).isEqualTo(link.isEmpty());
            pages++;
        }
        assertThat(seen).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void refusesALimitOutOfRange() {
        for (String limit : new String[] {"0", "201", "-1", "abc", "1e2", "99999999999"}) {
            var reply = things.get("/api/things?limit=" + limit, token);
            assertThat(reply.problem()).as(limit).isEqualTo("400 invalid-request");
            assertThat(reply.text("/errors/0/pointer")).isEqualTo("/limit");
        }
        assertThat(things.get("/api/things?limit=200", token).status()).isEqualTo(200);
    }

    @Test
    void refusesACursorOfAnotherListOrNone() {
        for (String after : new String[] {"***", "_w", Cursor.of("a", "b").encoded(), "x".repeat(600)}) {
            var reply = things.get("/api/things?after=" + after, token);
            assertThat(reply.problem()).as(after).isEqualTo("400 invalid-request");
            assertThat(reply.text("/errors/0/code")).isEqualTo("invalid-cursor");
        }
    }

    @Test
    void editsOnlyWhatTheCallerHasSeen() {
        assertThat(edit("\"2-1\"").status()).isEqualTo(200);
        assertThat(edit("\"1-1\", \"2-1\"").status()).isEqualTo(200);
        assertThat(edit("*").status()).isEqualTo(200);
        var stale = edit("\"1-1\"");
        assertThat(stale.problem()).isEqualTo("412 changed-meanwhile");
        assertThat(stale.header("ETag")).isEqualTo("\"2-1\"");
        assertThat(stale.text("/currentEtag")).isEqualTo("\"2-1\"");
        assertThat(edit("W/\"2-1\"").problem()).isEqualTo("412 changed-meanwhile");
    }

    @Test
    void asksForTheTag() {
        var missing = things.send(things.request("/api/things/edit", token).PUT(BodyPublishers.noBody()));
        assertThat(missing.problem()).isEqualTo("428 precondition-required");
        assertThat(edit("2-1").problem()).isEqualTo("400 malformed-if-match");
        assertThat(edit("\"2-1\",").problem()).isEqualTo("400 malformed-if-match");
    }

    private Reply edit(String ifMatch) {
        return things.send(things.request("/api/things/edit", token)
                .header("If-Match", ifMatch)
                .PUT(BodyPublishers.noBody()));
    }

    private static String pathOf(String link) {
        assertThat(link).startsWith("<").endsWith(">; rel=\"next\"");
        URI target = URI.create(link.substring(1, link.indexOf('>')));
        return target.getRawPath() + "?" + target.getRawQuery();
    }
}
