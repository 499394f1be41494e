package org.citycertification.local;

import java.util.function.UnaryOperator;

/**
 * What the services work with, wherever it runs. A database has the roles {@code <name>_owner} and {@code <name>_app}, each
 * with its name as password.
 *
 * @param bootstrapServers of Kafka
 * @param registryUrl of the schema registry's Confluent-compatible API
 * @param jdbcUrl address of the database of that name
 * @param smtpPort on this machine
 */
public record Backing(String bootstrapServers, String registryUrl, UnaryOperator<String> jdbcUrl, int smtpPort) {}
