package org.citycertification.http.paging;

import org.citycertification.http.problem.Problem;
import org.citycertification.http.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link Paging} from the query. */
final class PagingArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        return new Paging(cursor(request.getParameter("after")), limit(request.getParameter("limit")));
    }

    private static @Nullable Cursor cursor(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return null;
        }
        return Cursor.decode(after).orElseThrow(() -> Paging.malformed().refused());
    }

    private static int limit(@Nullable String limit) {
        if (limit == null || limit.isEmpty()) {
            return Paging.DEFAULT_LIMIT;
        }
        if (!limit.matches("[1-9][0-9]{0,2}") || Integer.parseInt(limit) > Paging.MAX_LIMIT) {
            throw outOfRange();
        }
        return Integer.parseInt(limit);
    }

    private static Refused outOfRange() {
        return Problem.of(HttpStatus.BAD_REQUEST, "invalid-request", "The parameter limit is out of range.")
                .error("/limit", "range", "A whole number from 1 to " + Paging.MAX_LIMIT + ".")
                .refused();
    }
}
