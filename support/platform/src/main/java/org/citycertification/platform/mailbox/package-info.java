/** The child process that receives mail over SMTP, keeps it on disk and shows it. */
@NullMarked
package org.citycertification.platform.mailbox;

import org.jspecify.annotations.NullMarked;
