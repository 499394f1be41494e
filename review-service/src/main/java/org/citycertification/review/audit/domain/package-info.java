/** One entry of a trail and what checking a trail finds. */
@NullMarked
package org.citycertification.review.audit.domain;

import org.jspecify.annotations.NullMarked;
