/** Each event of an aggregate is applied once and in order, with the offset of the reader in the same transaction. */
@NullMarked
package org.citycertification.messaging.gate;

import org.jspecify.annotations.NullMarked;
