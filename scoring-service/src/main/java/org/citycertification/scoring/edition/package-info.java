/** The editions of the standard: shipped as files, published once, read by everyone. */
@NullMarked
package org.citycertification.scoring.edition;

import org.jspecify.annotations.NullMarked;
