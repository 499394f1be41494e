/** The city's record over HTTP. */
@NullMarked
package org.citycertification.intake.city.web;

import org.jspecify.annotations.NullMarked;
