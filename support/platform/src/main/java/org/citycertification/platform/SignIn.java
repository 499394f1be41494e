package org.citycertification.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A second listener of a broker, where users sign in (SASL PLAIN) and may do what access rules allow them. Whoever comes by
 * the first one has no name and may do everything, and so makes the rules.
 *
 * @param passwords by user
 */
public record SignIn(int port, Map<String, String> passwords) {

    private static final String NAME = "SIGN_IN";

    public SignIn {
        passwords = Map.copyOf(passwords);
    }

    /** The value of {@code bootstrap.servers} for those who sign in. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** What the broker needs beside its settings without this listener, or in place of them. */
    Map<String, String> settings(Map<String, String> without) {
        var address = "," + NAME + "://" + bootstrapServers();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listeners", without.get("listeners") + address);
        settings.put("advertised.listeners", without.get("advertised.listeners") + address);
        settings.put(
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT," + NAME + ":SASL_PLAINTEXT");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("listener.name.sign_in.sasl.enabled.mechanisms", "PLAIN");
        settings.put("listener.name.sign_in.plain.sasl.jaas.config", accounts());
        return settings;
    }

    private String accounts() {
        return passwords.entrySet().stream()
                .map(account -> " user_%s=\"%s\"".formatted(account.getKey(), account.getValue()))
                .collect(Collectors.joining(
                        "", "org.apache.kafka.common.security.plain.PlainLoginModule required", ";"));
    }
}
