package org.citycertification.pages.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.citycertification.pages.PagePaths;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;

/** Before everything else that may answer with a page: settles the language, keeps a new choice, and lays out the frame. */
final class FrameFilter extends OncePerRequestFilter {

    private static final Duration KEPT = Duration.ofDays(365);

    private final List<NavigationItem> navigation;
    private final ZoneId zone;
    private final boolean secureCookies;

    FrameFilter(List<NavigationItem> navigation, ZoneId zone, boolean secureCookies) {
        this.navigation = navigation;
        this.zone = zone;
        this.secureCookies = secureCookies;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PagePaths.isPage(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Language.asked(request).ifPresent(language -> response.addHeader(HttpHeaders.SET_COOKIE, cookie(language)));
        request.setAttribute(Frame.ATTRIBUTE, new Frame(request, Language.wanted(request), navigation, zone));
        if (!request.getRequestURI().startsWith("/assets/")) {
            response.addHeader(HttpHeaders.VARY, "Cookie, Accept-Language");
        }
        chain.doFilter(request, response);
    }

    private String cookie(Language language) {
        return ResponseCookie.from(Language.CHOICE, language.tag())
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(secureCookies)
                .sameSite("Lax")
                .build()
                .toString();
    }
}
