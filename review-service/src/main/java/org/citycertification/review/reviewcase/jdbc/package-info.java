/** Cases in PostgreSQL, locked by their row. */
@NullMarked
package org.citycertification.review.reviewcase.jdbc;

import org.jspecify.annotations.NullMarked;
