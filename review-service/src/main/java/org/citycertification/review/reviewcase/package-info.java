/** Opens, judges and decides the cases in which people review a scored submission. */
@NullMarked
package org.citycertification.review.reviewcase;

import org.jspecify.annotations.NullMarked;
