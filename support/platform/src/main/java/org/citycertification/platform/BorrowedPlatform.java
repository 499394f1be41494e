package org.citycertification.platform;

/**
 * A broker, a registry and PostgreSQL that are not processes of {@link Platform}, for tests that use them and neither stop nor
 * kill them: containers of the images that production uses, say. With {@code -Dplatform.borrowed=true} {@link TestPlatform}
 * takes the one that {@link java.util.ServiceLoader} finds; the mailbox stays its own.
 */
public interface BorrowedPlatform {

    /** The broker's {@code bootstrap.servers}. */
    String bootstrapServers();

    /** The {@code schema.registry.url}. */
    String registryUrl();

    /** A database's address; the superuser {@code postgres} has its name as password. */
    String jdbcUrl(String database);
}
