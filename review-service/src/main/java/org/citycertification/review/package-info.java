/** The review service: people judge what the machine scored, and a decision comes of it. */
@NullMarked
package org.citycertification.review;

import org.jspecify.annotations.NullMarked;
