/** Self-check: an assessment scored and explained without being sent. */
@NullMarked
package org.citycertification.scoring.scorecard.web;

import org.jspecify.annotations.NullMarked;
