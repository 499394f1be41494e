/** The child process that runs the Kafka broker. */
@NullMarked
package org.citycertification.platform.broker;

import org.jspecify.annotations.NullMarked;
