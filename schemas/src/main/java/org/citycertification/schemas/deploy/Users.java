package org.citycertification.schemas.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/** Gives each principal its password. Running it again sets the passwords to what the files say now. */
final class Users {
    /** The broker's least for SCRAM-SHA-512 is 4096. */
    private static final int ITERATIONS = 8192;

    private final Admin admin;
    private final Path passwords;

    /** @param passwords a directory with one file for each principal, named after it, that holds its password */
    Users(Admin admin, Path passwords) {
        this.admin = admin;
        this.passwords = passwords;
    }

    void apply() {
        List<UserScramCredentialAlteration> users = new ArrayList<>();
        for (String principal : AccessRules.principals()) {
            var how = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
            users.add(new UserScramCredentialUpsertion(principal, how, password(principal)));
        }
        Answer.of(admin.alterUserScramCredentials(users).all(), "The principals' passwords were not set");
    }

    private String password(String principal) {
        Path file = passwords.resolve(principal);
        try {
            String password = Files.readString(file).strip();
            if (password.isEmpty()) {
                throw new IllegalStateException(file + " is empty; it must hold the password of " + principal);
            }
            return password;
        } catch (IOException e) {
            throw new UncheckedIOException("The password of " + principal + " cannot be read from " + file, e);
        }
    }
}
