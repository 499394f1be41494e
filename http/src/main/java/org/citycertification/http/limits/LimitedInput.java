package org.citycertification.http.limits;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.security.MessageDigest;

/** Passes bytes through until there are more than allowed. */
final class LimitedInput extends ServletInputStream {

    private final ServletInputStream source;
    private final long limit;
    private final MessageDigest digest;
    private long count;

    LimitedInput(ServletInputStream source, long limit, MessageDigest digest) {
        this.source = source;
        this.limit = limit;
        this.digest = digest;
    }

    @Override
    public int read() throws IOException {
        int read = source.read();
        if (read >= 0) {
            counted(1);
            digest.update((byte) read);
        }
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = source.read(buffer, offset, length);
        if (read > 0) {
            counted(read);
            digest.update(buffer, offset, read);
        }
        return read;
    }

    private void counted(int more) throws BodyTooLarge {
        count += more;
        if (count > limit) {
            throw new BodyTooLarge(limit);
        }
    }

    @Override
    public boolean isFinished() {
        return source.isFinished();
    }

    @Override
    public boolean isReady() {
        return source.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        source.setReadListener(listener);
    }
}
