package org.citycertification.http.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

    @Test
    void survivesItsOwnEncoding() {
        var cursor = Cursor.of("2026-01-31T12:00:00Z", "São Paulo", "", 17);
        assertThat(Cursor.decode(cursor.encoded())).contains(cursor);
        assertThat(cursor.encoded()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "a b", "_w", "4pyT=x"})
    void refusesWhatIsNoCursor(String text) {
        assertThat(Cursor.decode(text)).isEmpty();
    }

    @Test
    void refusesPartsThatCouldNotBeToldApart() {
        assertThatThrownBy(() -> Cursor.of("a\u001fb")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cursor.of()).isInstanceOf(IllegalArgumentException.class);
    }
}
