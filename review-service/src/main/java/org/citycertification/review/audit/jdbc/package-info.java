/** The trail in PostgreSQL, written once and never changed. */
@NullMarked
package org.citycertification.review.audit.jdbc;

import org.jspecify.annotations.NullMarked;
