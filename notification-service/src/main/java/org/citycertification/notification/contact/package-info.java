/** Whom to write to: the contacts of cities, and the subscribers of announcements. */
@NullMarked
package org.citycertification.notification.contact;

import org.jspecify.annotations.NullMarked;
