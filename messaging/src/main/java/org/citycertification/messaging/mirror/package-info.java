/** A compacted topic kept in memory. */
@NullMarked
package org.citycertification.messaging.mirror;

import org.jspecify.annotations.NullMarked;
