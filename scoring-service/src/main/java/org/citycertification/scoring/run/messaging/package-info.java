/** Reads the past from the submission topic, up to an end that is fixed beforehand. */
@NullMarked
package org.citycertification.scoring.run.messaging;

import org.jspecify.annotations.NullMarked;
