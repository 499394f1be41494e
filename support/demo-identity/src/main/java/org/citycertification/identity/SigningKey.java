package org.citycertification.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.util.Objects;

/** The key that signs tokens, made once and then kept in a file. */
final class SigningKey {
    private static final int BITS = 2048;

    private SigningKey() {}

    static RSAKey at(Path file) {
        try {
            if (Files.exists(file)) {
                return RSAKey.parse(Files.readString(file));
            }
            RSAKey key = new RSAKeyGenerator(BITS).keyIDFromThumbprint(true).generate();
            keep(key, file.toAbsolutePath());
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key cannot be kept in " + file, e);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(file + " holds no usable key; delete it to have a new one made", e);
        }
    }

    /** Readable by the owner only, and never half written under its name. */
    private static void keep(RSAKey key, Path file) throws IOException {
        Path directory = Objects.requireNonNull(file.getParent());
        Files.createDirectories(directory);
        Path written = Files.createTempFile(directory, "signing-key", ".new");
        Files.writeString(written, key.toJSONString());
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
