package org.citycertification.schemas.deploy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What the deploy step's environment says; docs/operations.md tells an operator the same. All of it is looked at before
 * anything is changed.
 *
 * @param client settings of the administrator's client
 * @param replicas copies of each partition
 * @param registry the registry's addresses, separated by commas
 * @param passwords password of each principal, empty if users are not made here
 * @param rights whether rights are set
 */
record DeploymentSettings(
        Map<String, Object> client, short replicas, String registry, Map<String, String> passwords, boolean rights) {
    private static final String REPLICAS = "KAFKA_REPLICATION_FACTOR";
    private static final String RIGHTS = "KAFKA_RIGHTS";
    private static final String REGISTRY = "SCHEMA_REGISTRY_URL";

    /** @throws CannotDeploy naming the variable that is wrong, its value and what it may be */
    static DeploymentSettings from(Map<String, String> env) {
        Optional<String> directory = value(env, "KAFKA_PASSWORDS");
        return new DeploymentSettings(
                client(env),
                replicas(value(env, REPLICAS).orElse("1")),
                registry(value(env, REGISTRY).orElse("http://localhost:8081/apis/ccompat/v7")),
                directory.map(Path::of).map(Passwords::read).orElse(Map.of()),
                value(env, RIGHTS).map(DeploymentSettings::rights).orElse(directory.isPresent()));
    }

    /** A variable without a value is one that is not set: a composition cannot leave one out. */
    private static Optional<String> value(Map<String, String> env, String name) {
        return Optional.ofNullable(env.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static Map<String, Object> client(Map<String, String> env) {
        Map<String, Object> settings = new HashMap<>();
        value(env, "KAFKA_CLIENT_CONFIG").ifPresent(file -> settings.putAll(properties(file)));
        settings.put(
                "bootstrap.servers",
                value(env, "SPRING_KAFKA_BOOTSTRAP_SERVERS").orElse("localhost:9092"));
        return settings;
    }

    private static Map<String, String> properties(String file) {
        var properties = new Properties();
        try (var in = Files.newInputStream(Path.of(file))) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotDeploy(
                    "KAFKA_CLIENT_CONFIG is %s, which cannot be read as a properties file (%s). Name the file with the administrator's client settings"
                            .formatted(file, e),
                    e);
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }

    private static short replicas(String value) {
        try {
            short replicas = Short.parseShort(value);
            if (replicas > 0) {
                return replicas;
            }
        } catch (NumberFormatException e) {
            // Said below, together with numbers that are none of copies.
        }
        throw new CannotDeploy("%s is %s. Set it to the copies of each partition: 1 on one broker, 3 in production"
                .formatted(REPLICAS, value));
    }

    private static boolean rights(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new CannotDeploy("%s is %s. Set it to true or false".formatted(RIGHTS, value));
        };
    }

    private static String registry(String urls) {
        for (String url : urls.split(",", -1)) {
            if (!isWebAddress(url)) {
                throw new CannotDeploy(
                        "%s is %s. Set it to the registry's address, such as http://registry:8080/apis/ccompat/v7"
                                .formatted(REGISTRY, urls));
            }
        }
        return urls;
    }

    private static boolean isWebAddress(String url) {
        try {
            URI address = URI.create(url);
            return address.getAuthority() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whatever is printed holds no password. */
    @Override
    public String toString() {
        return "DeploymentSettings of " + client.get("bootstrap.servers");
    }
}
