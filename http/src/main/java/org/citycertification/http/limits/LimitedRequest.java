package org.citycertification.http.limits;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Counts and hashes a body while it is read. */
final class LimitedRequest extends HttpServletRequestWrapper {

    private final long limit;
    private final MessageDigest digest;
    private @Nullable LimitedInput input;

    LimitedRequest(HttpServletRequest request, long limit) {
        super(request);
        this.limit = limit;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        LimitedInput current = input;
        if (current == null) {
            current = new LimitedInput(super.getInputStream(), limit, digest);
            input = current;
        }
        return current;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String encoding = getCharacterEncoding();
        Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    byte[] sha256() throws IOException {
        getInputStream().transferTo(OutputStream.nullOutputStream());
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("SHA-256 can be cloned", impossible);
        }
    }
}
