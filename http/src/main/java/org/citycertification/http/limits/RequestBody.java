package org.citycertification.http.limits;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.io.IOException;

/** What is known of a request's body after it was read. */
public final class RequestBody {

    private RequestBody() {}

    /**
     * SHA-256 (32 bytes) of the body's bytes as they came; reads what is left of them. Known for requests that carry an
     * {@code Idempotency-Key}.
     */
    public static byte[] sha256(ServletRequest request) throws IOException {
        for (ServletRequest each = request; each != null; each = inner(each)) {
            if (each instanceof LimitedRequest limited) {
                return limited.sha256();
            }
        }
        throw new IllegalStateException("The request did not pass the body limit filter; register it for this path");
    }

    @org.jspecify.annotations.NullUnmarked
    private static ServletRequest inner(ServletRequest request) {
        return request instanceof ServletRequestWrapper wrapper ? wrapper.getRequest() : null;
    }
}
