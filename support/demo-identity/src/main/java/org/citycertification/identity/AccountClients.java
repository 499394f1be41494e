package org.citycertification.identity;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** The clients of this provider, which all share one secret; Spring's own list in memory refuses that. */
final class AccountClients implements RegisteredClientRepository {
    private final Map<String, RegisteredClient> byId;

    AccountClients(Collection<RegisteredClient> clients) {
        this.byId =
                clients.stream().collect(Collectors.toUnmodifiableMap(RegisteredClient::getId, Function.identity()));
    }

    /** Called to keep a stronger encoding of a secret; these are written in the open on purpose. */
    @Override
    public void save(RegisteredClient client) {}

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return byId.get(id);
    }

    /** A client's id is its name. */
    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return byId.get(clientId);
    }
}
