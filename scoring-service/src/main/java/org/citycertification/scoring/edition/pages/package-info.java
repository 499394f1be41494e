/** The standard as pages that anybody can read, print and link to. */
@NullMarked
package org.citycertification.scoring.edition.pages;

import org.jspecify.annotations.NullMarked;
