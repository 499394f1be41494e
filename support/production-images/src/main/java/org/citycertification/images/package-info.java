/** Containers of the images that production uses, started by Testcontainers. */
@NullMarked
package org.citycertification.images;

import org.jspecify.annotations.NullMarked;
