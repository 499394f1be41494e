/** The editions of the standard that submissions may answer. */
@NullMarked
package org.citycertification.intake.edition;

import org.jspecify.annotations.NullMarked;
