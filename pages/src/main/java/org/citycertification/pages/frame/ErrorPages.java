package org.citycertification.pages.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.citycertification.http.problem.Problem;
import org.citycertification.http.problem.ProblemPages;
import org.citycertification.pages.PagePaths;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Shows problems that arise outside of a controller: in filters, in security, in the container. */
final class ErrorPages implements ProblemPages {

    static final String VIEW = "pages/error";

    private final ObjectProvider<ViewResolver> views;
    private final LocaleResolver locales;

    ErrorPages(ObjectProvider<ViewResolver> views, LocaleResolver locales) {
        this.views = views;
        this.locales = locales;
    }

    @Override
    public boolean show(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (!PagePaths.isPage(request) || !(request.getAttribute(Frame.ATTRIBUTE) instanceof Frame)) {
            return false;
        }
        response.setStatus(problem.status().value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        problem.headers().forEach(response::setHeader);
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
        RequestAttributes before = RequestContextHolder.getRequestAttributes();
        // Whoever refuses a body does so before Spring has bound the request, which it asks for the view.
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
        try {
            view(request).render(Map.of("error", ErrorText.of(problem)), request, response);
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException("The error page cannot be made", failed);
        } finally {
            RequestContextHolder.setRequestAttributes(before);
        }
        return true;
    }

    private View view(HttpServletRequest request) throws Exception {
        for (ViewResolver resolver : views.orderedStream().toList()) {
            View view = resolver.resolveViewName(VIEW, locales.resolveLocale(request));
            if (view != null) {
                return view;
            }
        }
        return Objects.requireNonNull(null, "No template " + VIEW);
    }
}
