/** The names of all topics and what may be written to each. */
@NullMarked
package org.citycertification.schemas;

import org.jspecify.annotations.NullMarked;
