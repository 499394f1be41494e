/** The frame of a page: language, navigation, style, and what is shown instead of a page that cannot be. */
@NullMarked
package org.citycertification.pages.frame;

import org.jspecify.annotations.NullMarked;
