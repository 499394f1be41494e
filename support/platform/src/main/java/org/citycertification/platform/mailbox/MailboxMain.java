package org.citycertification.platform.mailbox;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Path;

/** Receives mail on one port and shows it on another, both on 127.0.0.1. */
final class MailboxMain {

    private static final String HOST = "127.0.0.1";
    private static final long SMTP_UP_WITHIN_MILLIS = 10_000;

    private MailboxMain() {}

    /** Arguments: the directory of the mails, the SMTP port, the HTTP port. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var store = new MailStore(Path.of(arguments[0]));
        var behaviour = new Behaviour();
        var setup = new ServerSetup(Integer.parseInt(arguments[1]), HOST, ServerSetup.PROTOCOL_SMTP);
        var smtp = new StoringSmtpServer(setup, new Managers(), store, behaviour);
        smtp.startService();
        if (!smtp.waitTillRunning(SMTP_UP_WITHIN_MILLIS)) {
            throw new IOException("The SMTP server did not start on port " + arguments[1]);
        }
        new MailboxPages(store, behaviour).listen(HOST, Integer.parseInt(arguments[2]));
    }
}
