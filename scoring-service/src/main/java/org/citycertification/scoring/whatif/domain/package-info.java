/** The effect of another edition on submissions: levels gained and lost, and by which criteria. */
@NullMarked
package org.citycertification.scoring.whatif.domain;

import org.jspecify.annotations.NullMarked;
