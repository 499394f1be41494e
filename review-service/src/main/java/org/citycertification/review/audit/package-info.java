/** Who did what to a case and when, as a chain of hashes that shows every later change. */
@NullMarked
package org.citycertification.review.audit;

import org.jspecify.annotations.NullMarked;
