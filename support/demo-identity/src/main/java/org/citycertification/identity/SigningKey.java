package org.citycertification.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

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
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, key.toJSONString());
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key cannot be kept in " + file, e);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(file + " holds no usable key; delete it to have a new one made", e);
        }
    }
}
