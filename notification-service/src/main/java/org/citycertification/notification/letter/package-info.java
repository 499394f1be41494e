/** What a letter says, as text and as HTML, in the reader's language. */
@NullMarked
package org.citycertification.notification.letter;

import org.jspecify.annotations.NullMarked;
