/** Carries due notices to the mail server and writes down what became of each. */
@NullMarked
package org.citycertification.notification.delivery;

import org.jspecify.annotations.NullMarked;
