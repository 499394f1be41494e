/** Tells what a draft edition would make of the submissions of the past. */
@NullMarked
package org.citycertification.scoring.whatif;

import org.jspecify.annotations.NullMarked;
