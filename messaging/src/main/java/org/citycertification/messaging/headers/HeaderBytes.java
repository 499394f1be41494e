package org.citycertification.messaging.headers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Record headers as one array of bytes, for a table column: a count, then name, length (-1 for null) and value of each. */
public final class HeaderBytes {
    private static final int NULL = -1;

    private HeaderBytes() {}

    /** The headers in their order; a name may occur more than once. */
    public static byte[] write(Headers headers) {
        Header[] all = headers.toArray();
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(all.length);
            for (Header header : all) {
                write(out, header);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Header header) throws IOException {
        byte[] value = header.value();
        out.writeUTF(header.key());
        out.writeInt(value == null ? NULL : value.length);
        if (value != null) {
            out.write(value);
        }
    }

    /** The headers that {@link #write(Headers)} wrote. */
    public static Headers read(byte[] bytes) {
        var headers = new RecordHeaders();
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                String name = in.readUTF();
                int length = in.readInt();
                headers.add(name, length == NULL ? null : in.readNBytes(length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Not headers as written by this class", e);
        }
        return headers;
    }
}
