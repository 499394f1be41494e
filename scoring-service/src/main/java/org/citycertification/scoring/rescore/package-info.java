/** Scores submissions of the past once more, with this build and the edition that each is pinned to. */
@NullMarked
package org.citycertification.scoring.rescore;

import org.jspecify.annotations.NullMarked;
