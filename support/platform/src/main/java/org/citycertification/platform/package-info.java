/**
 * Runs a real broker, schema registry, PostgreSQL and mailbox, and any service, as child processes with their data on disk; knows
 * neither topics nor schemas nor services.
 */
@NullMarked
package org.citycertification.platform;

import org.jspecify.annotations.NullMarked;
