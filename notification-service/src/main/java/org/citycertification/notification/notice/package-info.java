/** The ledger: which letter to whom, about which event, and in which state. */
@NullMarked
package org.citycertification.notification.notice;

import org.jspecify.annotations.NullMarked;
