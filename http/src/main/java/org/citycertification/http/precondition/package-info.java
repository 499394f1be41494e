/** Guards edits by the entity tag the caller has seen. */
@NullMarked
package org.citycertification.http.precondition;

import org.jspecify.annotations.NullMarked;
