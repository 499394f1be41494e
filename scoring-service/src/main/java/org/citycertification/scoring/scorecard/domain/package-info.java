/** Evaluates an assessment against an edition; the same inputs give the same scorecard everywhere. */
@NullMarked
package org.citycertification.scoring.scorecard.domain;

import org.jspecify.annotations.NullMarked;
