/** Receives submissions and follows them to their decision. */
@NullMarked
package org.citycertification.intake.submission;

import org.jspecify.annotations.NullMarked;
