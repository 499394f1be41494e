package org.citycertification.pages.form;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.citycertification.http.bearer.Caller;
import org.citycertification.http.idempotency.Idempotency;
import org.citycertification.http.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Runs what a form asks for once per {@link FormKey}: a double click is led to where the first click led. */
public final class Forms {

    private final Idempotency idempotency;

    Forms(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    /**
     * Does the work in a transaction.
     *
     * @param work where to go afterwards; empty for a refusal, which leaves nothing behind and may be tried again
     * @return empty if the work was refused
     */
    public Optional<String> once(Caller caller, HttpServletRequest request, Supplier<Optional<String>> work) {
        String key = Objects.requireNonNullElse(request.getParameter(FormKey.FIELD), "");
        ResponseEntity<?> answer = idempotency.answer(
                caller,
                request,
                key,
                contentOf(request),
                () -> work.get()
                        .<ResponseEntity<?>>map(target -> ResponseEntity.noContent()
                                .location(URI.create(target))
                                .build())
                        .orElseGet(
                                () -> ResponseEntity.status(HttpStatus.CONFLICT).build()));
        if (answer.getBody() instanceof Problem problem) {
            throw problem.refused();
        }
        return Optional.ofNullable(answer.getHeaders().getLocation()).map(URI::toString);
    }

    /** Leads the browser on, so that reloading the next page sends nothing again. */
    public static ModelAndView seeOther(String address) {
        var redirect = new RedirectView(address);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        return new ModelAndView(redirect);
    }

    private static byte[] contentOf(HttpServletRequest request) {
        var fields = new TreeMap<>(request.getParameterMap());
        fields.remove(FormKey.FIELD);
        fields.remove("_csrf");
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            fields.forEach((name, values) -> {
                digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
                for (String value : values) {
                    digest.update((value.length() + "\n" + value).getBytes(StandardCharsets.UTF_8));
                }
            });
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
