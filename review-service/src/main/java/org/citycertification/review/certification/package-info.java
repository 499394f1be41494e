/** What level a city holds, and the public facts that follow from it. */
@NullMarked
package org.citycertification.review.certification;

import org.jspecify.annotations.NullMarked;
