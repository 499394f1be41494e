/** Narrows every transaction to the rows that its caller may see. */
@NullMarked
package org.citycertification.intake.access;

import org.jspecify.annotations.NullMarked;
