package org.citycertification.notification.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.citycertification.platform.Ports;

/** An SMTP server that answers what a test says. */
final class ScriptedSmtpServer implements AutoCloseable {
    /** As an answer: the connection is closed instead. */
    static final String HANG_UP = "hang up";

    /** As an answer: nothing is said. */
    static final String SILENCE = "silence";

    private final ServerSocket listening;
    private final Thread accepting;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    ScriptedSmtpServer() {
        try {
            listening = new ServerSocket(Ports.reserve(), 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepting = new Thread(this::accept, "scripted-smtp");
        accepting.setDaemon(true);
        accepting.start();
    }

    /** The answer to a command from now on; the command "." is the end of the data. */
    void answer(String command, String answer) {
        answers.put(command, answer);
    }

    int port() {
        return listening.getLocalPort();
    }

    List<String> mails() {
        return mails;
    }

    List<String> commands() {
        return commands;
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                connections.incrementAndGet();
                var thread = new Thread(() -> converse(socket), "scripted-smtp-conversation");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
            boolean open = say(socket, "GREETING", "220 ready");
            while (open) {
                String line = in.readLine();
                if (line == null) {
                    return;
                }
                commands.add(line);
                open = dealWith(line.split("[ :]")[0].toUpperCase(Locale.ROOT), socket, in);
            }
        } catch (IOException closed) {
            return;
        }
    }

    private boolean dealWith(String command, Socket socket, BufferedReader in) throws IOException {
        if (!command.equals("DATA")) {
            return say(socket, command, command.equals("QUIT") ? "221 bye" : "250 fine") && !command.equals("QUIT");
        }
        if (!say(socket, command, "354 go on")
                || !answers.getOrDefault(command, "354").startsWith("354")) {
            return !answers.getOrDefault(command, "").equals(HANG_UP);
        }
        var mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        mails.add(mail.toString());
        return say(socket, ".", "250 taken");
    }

    /** False if the connection is to end. */
    private boolean say(Socket socket, String command, String otherwise) throws IOException {
        String answer = answers.getOrDefault(command, otherwise);
        if (answer.equals(HANG_UP)) {
            return false;
        }
        if (!answer.equals(SILENCE)) {
            socket.getOutputStream().write((answer + "\r\n").getBytes(US_ASCII));
        }
        return true;
    }

    /** Returns when nobody is let in any more. */
    @Override
    public void close() {
        try {
            listening.close();
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
