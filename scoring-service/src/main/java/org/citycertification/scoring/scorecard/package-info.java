/** The machine's answer to each submission version. */
@NullMarked
package org.citycertification.scoring.scorecard;

import org.jspecify.annotations.NullMarked;
