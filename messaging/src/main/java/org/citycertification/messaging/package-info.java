/** Keeps a service's database and Kafka in step; knows nothing of what the messages mean. */
@NullMarked
package org.citycertification.messaging;

import org.jspecify.annotations.NullMarked;
