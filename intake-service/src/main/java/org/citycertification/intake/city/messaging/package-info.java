/** Tells other services of a city's contacts. */
@NullMarked
package org.citycertification.intake.city.messaging;

import org.jspecify.annotations.NullMarked;
