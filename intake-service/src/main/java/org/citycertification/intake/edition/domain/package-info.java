/** As much of an edition as intake needs: what may be answered, and by which cities. */
@NullMarked
package org.citycertification.intake.edition.domain;

import org.jspecify.annotations.NullMarked;
