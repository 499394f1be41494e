/** What every HTML page of the services shares: the way in, the frame, the errors. It knows no word of their domain. */
@NullMarked
package org.citycertification.pages;

import org.jspecify.annotations.NullMarked;
