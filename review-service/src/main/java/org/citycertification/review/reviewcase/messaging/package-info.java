/** Scorecards in, case events out. */
@NullMarked
package org.citycertification.review.reviewcase.messaging;

import org.jspecify.annotations.NullMarked;
