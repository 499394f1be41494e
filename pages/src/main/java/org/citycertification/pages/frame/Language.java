package org.citycertification.pages.frame;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages of the pages, each by the name that its speakers give it. */
public enum Language {
    ENGLISH("en", "English"),
    SPANISH("es", "Español"),
    PORTUGUESE("pt", "Português");

    /** Name of the cookie and of the query parameter that keep a choice; one for all services of a host. */
    static final String CHOICE = "lang";

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** The language tag, as in {@code <html lang>}. */
    public String tag() {
        return tag;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** For message bundles and formats. */
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The language of that tag, if it is one of ours. */
    public static Optional<Language> of(@Nullable String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }

    /** What the query asks for, else what was chosen before, else what the browser prefers, else English. */
    static Language wanted(HttpServletRequest request) {
        return asked(request).or(() -> chosen(request)).orElseGet(() -> preferred(request));
    }

    static Optional<Language> asked(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) ? of(request.getParameter(CHOICE)) : Optional.empty();
    }

    private static Optional<Language> chosen(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(CHOICE))
                        .flatMap(cookie -> of(cookie.getValue()).stream())
                        .findFirst();
    }

    private static Language preferred(HttpServletRequest request) {
        List<Locale> preferences =
                request.getHeader("Accept-Language") == null ? List.of() : Collections.list(request.getLocales());
        return preferences.stream()
                .flatMap(locale -> of(locale.getLanguage()).stream())
                .findFirst()
                .orElse(ENGLISH);
    }
}
