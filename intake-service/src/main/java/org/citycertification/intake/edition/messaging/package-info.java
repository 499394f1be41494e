/** Keeps the published editions in memory. */
@NullMarked
package org.citycertification.intake.edition.messaging;

import org.jspecify.annotations.NullMarked;
