package org.citycertification.local;

import java.util.List;
import org.citycertification.platform.Mailbox;

/** What a system has mailed. */
@FunctionalInterface
public interface Mails {
    /** The mails about the city, and perhaps others. */
    List<Mailbox.Mail> about(String cityId);
}
