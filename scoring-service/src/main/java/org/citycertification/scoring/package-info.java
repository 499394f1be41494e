/** Keeps the editions of the standard and evaluates each submission against the edition it names. */
@NullMarked
package org.citycertification.scoring;

import org.jspecify.annotations.NullMarked;
