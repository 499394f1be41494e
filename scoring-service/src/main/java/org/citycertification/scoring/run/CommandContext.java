package org.citycertification.scoring.run;

import java.io.BufferedReader;
import java.io.PrintWriter;
import org.springframework.context.ConfigurableApplicationContext;

/** What a command has around it. */
public interface CommandContext {

    /**
     * Starts what commands need (Kafka, registry, the published editions) and nothing that serves or listens.
     *
     * @throws RunFailure if the editions cannot be read
     */
    ConfigurableApplicationContext start();

    /** Where results go. */
    PrintWriter out();

    /** Standard input. */
    BufferedReader in();

    /** Shows how far a run is. */
    Progress progress();
}
