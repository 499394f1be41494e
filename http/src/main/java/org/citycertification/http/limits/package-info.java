/** Bounds what a request may cost before it is understood: body size, nesting, lengths, content coding. */
@NullMarked
package org.citycertification.http.limits;

import org.jspecify.annotations.NullMarked;
