package org.citycertification.journeys;

import org.citycertification.local.Api;
import org.citycertification.local.Journey;
import org.citycertification.local.Report;
import org.citycertification.local.RunningSystem;
import org.citycertification.local.Seed;
import org.citycertification.local.TopicWatch;

/** What the demonstration does: a sample's way from the city that sends it to the mails. */
final class SampleJourney {
    private SampleJourney() {}

    /** Tells the system of the cities if it does not know them yet, and takes the sample all the way. */
    static Journey.Outcome through(RunningSystem system) throws InterruptedException {
        var api = new Api(system.ports());
        new Seed(api, system.ports()).run();
        try (var watch = new TopicWatch(system, seen -> {})) {
            return new Journey(system, api, watch, new Report(System.out))
                    .run(SharedSystem.HOME.resolve("samples/cambridge-ma.json"));
        }
    }
}
