/** Keeps city records in PostgreSQL. */
@NullMarked
package org.citycertification.intake.city.jdbc;

import org.jspecify.annotations.NullMarked;
