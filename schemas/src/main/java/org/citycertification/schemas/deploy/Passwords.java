package org.citycertification.schemas.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A directory with one file for each principal, named after it, that holds its password. */
final class Passwords {
    private Passwords() {}

    /** The password of each principal; what is wrong is named all at once. */
    static Map<String, String> read(Path directory) {
        Map<String, String> passwords = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (String principal : AccessRules.principals()) {
            String password = read(directory, principal);
            if (password.isEmpty()) {
                wrong.add(principal);
            }
            passwords.put(principal, password);
        }
        if (!wrong.isEmpty()) {
            throw new CannotDeploy(
                    ("KAFKA_PASSWORDS is %s, where these files are missing, unreadable or empty: %s. Put the"
                                    + " password of each principal in a file of its name, as ops/secure/make-secrets.sh does")
                            .formatted(directory, String.join(", ", wrong)));
        }
        return passwords;
    }

    private static String read(Path directory, String principal) {
        try {
            return Files.readString(directory.resolve(principal)).strip();
        } catch (IOException unreadable) {
            return "";
        }
    }
}
