/** Unpacks PostgreSQL's binaries while this module is built. */
@NullMarked
package org.citycertification.platform.postgres;

import org.jspecify.annotations.NullMarked;
