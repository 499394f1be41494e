/** What an operator sees of relay, readers, mirrors and broker. */
@NullMarked
package org.citycertification.messaging.health;

import org.jspecify.annotations.NullMarked;
