/** Keeps submissions in PostgreSQL. */
@NullMarked
package org.citycertification.intake.submission.jdbc;

import org.jspecify.annotations.NullMarked;
