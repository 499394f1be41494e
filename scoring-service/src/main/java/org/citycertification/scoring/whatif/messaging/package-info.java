/** Submissions from the topic, as the comparison takes them. */
@NullMarked
package org.citycertification.scoring.whatif.messaging;

import org.jspecify.annotations.NullMarked;
