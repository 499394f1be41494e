package org.citycertification.scoring.edition.file;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One mapping of a YAML file, read strictly: no key unknown, no key missing, every value of the type expected. */
record Section(String path, Map<?, ?> values) {

    static Section of(String path, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(path + ": a mapping is expected");
        }
        return new Section(path, map);
    }

    /** Refuses every key but these. */
    Section allowing(String... keys) {
        var known = Set.of(keys);
        for (var key : values.keySet()) {
            if (!(key instanceof String name) || !known.contains(name)) {
                throw new IllegalArgumentException(path(String.valueOf(key)) + ": unknown key");
            }
        }
        return this;
    }

    String text(String key) {
        if (value(key) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException(path(key) + ": a text is expected");
    }

    /** A text by language, of which English is the wording that counts; this file holds no other language. */
    String english(String key) {
        return section(key).allowing("en").text("en");
    }

    int number(String key) {
        if (value(key) instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException(path(key) + ": a whole number is expected");
    }

    @Nullable
    Integer numberOrNull(String key) {
        return value(key) == null ? null : (Integer) number(key);
    }

    boolean flag(String key) {
        if (value(key) instanceof Boolean flag) {
            return flag;
        }
        throw new IllegalArgumentException(path(key) + ": true or false is expected");
    }

    Section section(String key) {
        return of(path(key), value(key));
    }

    List<Section> sections(String key) {
        return list(key).stream().map(value -> of(path(key), value)).toList();
    }

    List<String> texts(String key) {
        return list(key).stream()
                .map(value -> Section.of(path(key), Map.of("entry", value)).text("entry"))
                .toList();
    }

    List<String> textsOrNone(String key) {
        return values.containsKey(key) ? texts(key) : List.of();
    }

    private List<?> list(String key) {
        if (value(key) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(path(key) + ": a list is expected");
    }

    private @Nullable Object value(String key) {
        if (!values.containsKey(key)) {
            throw new IllegalArgumentException(path(key) + ": missing");
        }
        return values.get(key);
    }

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
