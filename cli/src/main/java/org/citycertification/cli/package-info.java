/** The command {@code certify}: its start, its exit codes, and how it speaks to Kafka and the registry. */
@NullMarked
package org.citycertification.cli;

import org.jspecify.annotations.NullMarked;
