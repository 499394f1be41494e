/** Keeps the contact topic moving, so that the broker comes to delete the people who were erased from it. */
@NullMarked
package org.citycertification.intake.erasure;

import org.jspecify.annotations.NullMarked;
