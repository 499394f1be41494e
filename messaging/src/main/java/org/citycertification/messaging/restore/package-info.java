/** Finds out whether a restored database and its topics belong together, before anything is written. */
@NullMarked
package org.citycertification.messaging.restore;

import org.jspecify.annotations.NullMarked;
