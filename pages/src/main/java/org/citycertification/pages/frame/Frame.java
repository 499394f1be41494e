package org.citycertification.pages.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.util.UriComponentsBuilder;

/** What the frame of one page shows; templates know it as {@code frame}. */
public final class Frame {

    /** The request attribute under which templates find it. */
    static final String ATTRIBUTE = "frame";

    private final HttpServletRequest request;
    private final Language language;
    private final List<NavigationItem> navigation;
    private final ZoneId zone;

    Frame(HttpServletRequest request, Language language, List<NavigationItem> navigation, ZoneId zone) {
        this.request = request;
        this.language = language;
        this.navigation = navigation;
        this.zone = zone;
    }

    /** A link of the language switch. */
    public record Choice(Language language, String address, boolean current) {}

    public Language language() {
        return language;
    }

    /** This page in each language. */
    public List<Choice> languages() {
        return Arrays.stream(Language.values())
                .map(each -> new Choice(each, addressIn(each), each == language))
                .toList();
    }

    private String addressIn(Language other) {
        var address = UriComponentsBuilder.fromPath(path());
        String query = request.getQueryString();
        if (query != null && "GET".equals(request.getMethod())) {
            address.query(query);
        }
        return address.replaceQueryParam(Language.CHOICE, other.tag()).build().toUriString();
    }

    /** Path of this page as it was asked for. */
    public String path() {
        return request.getRequestURI();
    }

    /** What whoever looks may follow. */
    public List<NavigationItem> navigation() {
        return navigation.stream()
                .filter(item -> item.roles().isEmpty() || item.roles().stream().anyMatch(Frame::hasRole))
                .toList();
    }

    /** Whether the page belongs to what the item leads to. */
    public boolean isIn(NavigationItem item) {
        return path().equals(item.path()) || path().startsWith(item.path() + "/");
    }

    /** The account that has signed in, {@code null} for nobody. */
    public @Nullable String account() {
        Authentication someone = someone();
        return someone == null ? null : someone.getName();
    }

    private static boolean hasRole(String role) {
        Authentication someone = someone();
        return someone != null
                && someone.getAuthorities().stream()
                        .anyMatch(authority -> ("ROLE_" + role).equals(authority.getAuthority()));
    }

    private static @Nullable Authentication someone() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication instanceof AnonymousAuthenticationToken ? null : authentication;
    }

    /** A moment for people, with its zone. */
    public String time(Instant moment) {
        var format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language.locale());
        var abbreviation = DateTimeFormatter.ofPattern("z", language.locale());
        var there = moment.atZone(zone);
        return format.format(there) + " " + abbreviation.format(there);
    }
}
