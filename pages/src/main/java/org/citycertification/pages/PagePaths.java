package org.citycertification.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.util.UrlPathHelper;

/** Which requests are for pages: all but those of the API, the probes and the actuator. */
public final class PagePaths {

    private static final List<String> OTHERS = List.of("/api", "/actuator", "/livez", "/readyz");

    private PagePaths() {}

    /** Whether this request, or the one whose failure it is about, was for a page. */
    public static boolean isPage(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        // Decoded, because that is what a controller is chosen by.
        String path = failed instanceof String uri
                ? UrlPathHelper.defaultInstance.decodeRequestString(request, uri)
                : UrlPathHelper.defaultInstance.getPathWithinApplication(request);
        return OTHERS.stream().noneMatch(other -> path.equals(other) || path.startsWith(other + "/"));
    }
}
