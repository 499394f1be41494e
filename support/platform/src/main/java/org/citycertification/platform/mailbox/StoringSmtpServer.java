package org.citycertification.platform.mailbox;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpConnection;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.DataCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import org.citycertification.platform.mailbox.Behaviour.Mode;
import org.jspecify.annotations.Nullable;

/** GreenMail's SMTP server, with mails going to files instead of its mailboxes in memory. */
final class StoringSmtpServer extends SmtpServer {

    private final SmtpManager manager;
    private final SmtpCommandRegistry commands;

    StoringSmtpServer(ServerSetup setup, Managers managers, MailStore store, Behaviour behaviour) {
        super(setup, managers);
        this.manager = new Storing(managers.getImapHostManager(), managers, store, behaviour);
        this.commands = new Commands(behaviour);
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket client) {
        return new SmtpHandler(commands, manager, client);
    }

    private static final class Storing extends SmtpManager {

        private final MailStore store;
        private final Behaviour behaviour;

        Storing(ImapHostManager host, Managers managers, MailStore store, Behaviour behaviour) {
            super(host, managers.getUserManager());
            this.store = store;
            this.behaviour = behaviour;
        }

        @Override
        public @Nullable String checkData(SmtpState state) {
            return behaviour.mode() == Mode.REFUSE_4XX ? "451 Refused for the moment, as asked" : null;
        }

        /** Not synchronized, unlike the original: one held conversation must not hold the others. */
        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized")
        public void send(SmtpState state) {
            try {
                store.add(state.getMessage());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            behaviour.awaitPassage();
        }
    }

    private static final class Commands extends SmtpCommandRegistry {

        private final SmtpCommand data;

        Commands(Behaviour behaviour) {
            this.data = new DroppingData(behaviour);
        }

        @Override
        public SmtpCommand getCommand(String name) {
            return "DATA".equalsIgnoreCase(name) ? data : super.getCommand(name);
        }
    }

    private static final class DroppingData extends DataCommand {

        private final Behaviour behaviour;

        DroppingData(Behaviour behaviour) {
            this.behaviour = behaviour;
        }

        @Override
        public void execute(SmtpConnection connection, SmtpState state, SmtpManager manager, String line)
                throws IOException {
            super.execute(connection, state, manager, line);
            if (behaviour.mode() == Mode.DROP_AFTER_250) {
                connection.quit();
            }
        }
    }
}
