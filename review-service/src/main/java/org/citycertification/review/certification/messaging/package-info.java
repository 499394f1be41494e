/** The public certification event on its topic. */
@NullMarked
package org.citycertification.review.certification.messaging;

import org.jspecify.annotations.NullMarked;
