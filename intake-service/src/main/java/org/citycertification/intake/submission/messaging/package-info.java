/** Tells other services of submissions and hears what became of them. */
@NullMarked
package org.citycertification.intake.submission.messaging;

import org.jspecify.annotations.NullMarked;
