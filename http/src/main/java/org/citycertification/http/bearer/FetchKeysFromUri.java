package org.citycertification.http.bearer;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.URI;
import java.nio.file.Path;

/** Reads a key set from an address, bounded in time and size, or from a file. */
final class FetchKeysFromUri implements IssuerKeys.FetchKeys {

    private static final int CONNECT_MILLIS = 1_000;
    private static final int READ_MILLIS = 2_000;
    private static final int MAX_BYTES = 64 * 1024;

    private final URI address;
    private final DefaultResourceRetriever retriever =
            new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MAX_BYTES);

    FetchKeysFromUri(URI address) {
        this.address = address;
    }

    @Override
    public JWKSet fetch() throws Exception {
        if ("file".equals(address.getScheme())) {
            return JWKSet.load(Path.of(address).toFile());
        }
        return JWKSet.parse(retriever.retrieveResource(address.toURL()).getContent());
    }
}
