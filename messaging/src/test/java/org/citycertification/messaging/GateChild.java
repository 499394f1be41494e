package org.citycertification.messaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The service in a JVM of its own that waits in the middle of applying one event. */
final class GateChild {
    private GateChild() {}

    static ChildJvm start(MessagingSystem system, UUID event) {
        List<String> arguments = new ArrayList<>(List.of(event.toString()));
        arguments.addAll(Arrays.asList(system.settings()));
        return ChildJvm.start(GateChild.class, arguments.toArray(String[]::new));
    }

    public static void main(String[] args) {
        var parent = new Parent();
        ThingService.BEFORE.put(UUID.fromString(args[0]), jdbc -> {
            parent.say("reached");
            parent.awaitGo();
            parent.say("going on");
        });
        new SpringApplicationBuilder(ThingService.class)
                .web(WebApplicationType.NONE)
                .properties(Arrays.copyOfRange(args, 1, args.length))
                .run();
    }
}
