/** The review API. */
@NullMarked
package org.citycertification.review.reviewcase.web;

import org.jspecify.annotations.NullMarked;
