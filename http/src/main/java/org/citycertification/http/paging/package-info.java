/** Pages lists by an opaque cursor instead of an offset, so a moving list neither repeats nor loses rows. */
@NullMarked
package org.citycertification.http.paging;

import org.jspecify.annotations.NullMarked;
