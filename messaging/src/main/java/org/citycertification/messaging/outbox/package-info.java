/** Events are stored with the state that they tell of and published from there, in order, by one relay per database. */
@NullMarked
package org.citycertification.messaging.outbox;

import org.jspecify.annotations.NullMarked;
