/** Takes in cities and what they submit, and tells each city how its submission is getting on. */
@NullMarked
package org.citycertification.intake;

import org.jspecify.annotations.NullMarked;
