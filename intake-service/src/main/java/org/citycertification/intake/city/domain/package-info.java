/** What a city's record is and when one is acceptable. */
@NullMarked
package org.citycertification.intake.city.domain;

import org.jspecify.annotations.NullMarked;
