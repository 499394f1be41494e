/** What counts as passing trouble and what as the fault of a record, and what is written down about a record that can never be applied. */
@NullMarked
package org.citycertification.messaging.failure;

import org.jspecify.annotations.NullMarked;
