package org.citycertification.schemas.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/** Gives each principal its password. Running it again sets the passwords to what they are to be now. */
final class Users {
    /** The broker's least for SCRAM-SHA-512 is 4096. */
    private static final int ITERATIONS = 8192;

    private final Admin admin;

    Users(Admin admin) {
        this.admin = admin;
    }

    void apply(Map<String, String> passwords) {
        List<UserScramCredentialAlteration> users = new ArrayList<>();
        passwords.forEach((principal, password) -> {
            var how = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
            users.add(new UserScramCredentialUpsertion(principal, how, password));
        });
        Answer.of(
                admin.alterUserScramCredentials(users).all(),
                "The principals' passwords were not set; where the cluster's users are made in another way use KAFKA_RIGHTS=true"
                        + " instead of KAFKA_PASSWORDS");
    }
}
