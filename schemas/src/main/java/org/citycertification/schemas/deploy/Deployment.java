package org.citycertification.schemas.deploy;

import java.io.PrintStream;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * The deploy step: creates every topic, waits until each partition has a leader, sets the compatibility of each subject
 * to FULL_TRANSITIVE and registers its schema. Running it again changes nothing.
 */
public final class Deployment {
    /** Every schema can read what any other version of it wrote. */
    public static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private Deployment() {}

    /** Deploys as the environment says, see {@link DeploymentSettings}. Ends with status 1 and one line if it cannot. */
    public static void main(String[] args) {
        int status = attempt(System.getenv(), System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** The status to end with. */
    static int attempt(Map<String, String> env, PrintStream errors) {
        try {
            run(DeploymentSettings.from(env));
            return 0;
        } catch (CannotDeploy e) {
            errors.println("deploy: " + e.getMessage());
            return 1;
        }
    }

    /**
     * Deploys all contracts on a broker that trusts everybody.
     *
     * @param replicas copies of each partition; 1 on one broker, 3 in production
     * @throws IllegalStateException if a schema is refused, naming the subject and the registry's reason
     */
    public static void run(String bootstrapServers, String registryUrl, short replicas) {
        run(new DeploymentSettings(
                Map.of("bootstrap.servers", bootstrapServers), replicas, registryUrl, Map.of(), false));
    }

    private static void run(DeploymentSettings settings) {
        try (Admin admin = admin(settings.client())) {
            new TopicCreation(admin, settings.replicas()).createAll();
            if (!settings.passwords().isEmpty()) {
                new Users(admin).apply(settings.passwords());
            }
            if (settings.rights()) {
                new Rights(admin).apply();
            }
        }
        new SchemaRegistration(settings.registry()).registerAll();
    }

    private static Admin admin(Map<String, Object> client) {
        try {
            return Admin.create(client);
        } catch (KafkaException e) {
            Throwable reason = e;
            while (reason.getCause() != null) {
                reason = reason.getCause();
            }
            throw new CannotDeploy(
                    "No client of the brokers at %s could be made (%s). Are SPRING_KAFKA_BOOTSTRAP_SERVERS and the file of KAFKA_CLIENT_CONFIG right?"
                            .formatted(client.get("bootstrap.servers"), reason),
                    e);
        }
    }
}
