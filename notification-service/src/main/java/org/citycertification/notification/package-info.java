/** Tells cities, and those who asked to hear, what was decided: each once, by e-mail. */
@NullMarked
package org.citycertification.notification;

import org.jspecify.annotations.NullMarked;
