package org.citycertification.http.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Within what a key is unique: who, which method, which path. */
record RequestScope(String issuer, String subject, String method, String path, IdempotencyKey key) {

    /** 32 bytes, different for different scopes: each part goes in with its length, so parts cannot run into each other. */
    byte[] id() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {issuer, subject, method, path, key.value()}) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
