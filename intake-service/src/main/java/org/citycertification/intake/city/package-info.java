/** The record of a city and the people to write to. */
@NullMarked
package org.citycertification.intake.city;

import org.jspecify.annotations.NullMarked;
