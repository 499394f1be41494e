/** Cities' standings and certifications in PostgreSQL. */
@NullMarked
package org.citycertification.review.certification.jdbc;

import org.jspecify.annotations.NullMarked;
