package org.citycertification.http.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class ProblemValueTests {

    @Test
    void isNeverASuccessAndHasAKebabType() {
        assertThatThrownBy(() -> Problem.of(HttpStatus.OK, "fine", "Fine."))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Problem.of(HttpStatus.CONFLICT, "Not Kebab", "No."))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAHeaderThatWouldSplitTheResponse() {
        var problem = Problem.of(HttpStatus.CONFLICT, "busy", "Busy.");
        assertThatThrownBy(() -> problem.header("Location", "/a\r\nSet-Cookie: x=1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotLetAFactReplaceAMember() {
        var document = ProblemDocument.of(
                Problem.of(HttpStatus.CONFLICT, "busy-now", "Busy.")
                        .fact("status", 200)
                        .fact("more", 1),
                "/x");
        assertThat(document)
                .containsEntry("status", 409)
                .containsEntry("title", "Busy now")
                .containsEntry("more", 1)
                .doesNotContainKey("errors");
        assertThat(document.keySet()).containsExactly("type", "title", "status", "detail", "instance", "more");
    }

    @Test
    void pointsIntoTheBody() {
        assertThat(JsonPointers.ofPath("answers[3].evidence[0].label")).isEqualTo("/answers/3/evidence/0/label");
        assertThat(JsonPointers.ofPath("byName[a/b].x~y")).isEqualTo("/byName/a~1b/x~0y");
        assertThat(JsonPointers.ofPath("parts[1].<list element>")).isEqualTo("/parts/1");
    }
}
