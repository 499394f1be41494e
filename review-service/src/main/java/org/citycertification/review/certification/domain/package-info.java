/** Levels, kinds and a city's standing. */
@NullMarked
package org.citycertification.review.certification.domain;

import org.jspecify.annotations.NullMarked;
