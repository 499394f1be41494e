package org.citycertification.http.limits;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.io.IOException;

/** What is known of a request's body after it was read. */
public final class RequestBody {

    private RequestBody() {}

    /**
     * SHA-256 (32 bytes) of the body's bytes as they came; reads what is left of them.
     */
    public static byte[] sha256(ServletRequest request) throws IOException {
        ServletRequest each = request;
        while (!(each instanceof LimitedRequest) && each instanceof ServletRequestWrapper wrapper) {
            each = wrapper.getRequest();
        }
        if (each instanceof LimitedRequest limited) {
            return limited.sha256();
        }
        throw new IllegalStateException("The request did not pass the body limit filter; register it for this path");
    }
}
