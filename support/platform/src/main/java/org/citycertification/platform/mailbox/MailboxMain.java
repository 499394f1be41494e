package org.citycertification.platform.mailbox;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Path;

/** Receives mail on one port and shows it on another, both on 127.0.0.1. */
final class MailboxMain {

    private static final String HOST = "127.0.0.1";

    private MailboxMain() {}

    /** Arguments: the directory of the mails, the SMTP port, the HTTP port. */
    public static void main(String[] arguments) throws IOException {
        var store = new MailStore(Path.of(arguments[0]));
        var behaviour = new Behaviour();
        var setup = new ServerSetup(Integer.parseInt(arguments[1]), HOST, ServerSetup.PROTOCOL_SMTP);
        new StoringSmtpServer(setup, new Managers(), store, behaviour).startService();
        new MailboxPages(store, behaviour).listen(HOST, Integer.parseInt(arguments[2]));
    }
}
