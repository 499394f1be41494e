package org.citycertification.local;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What {@code ./run} was asked for.
 *
 * @param attach use the system that runs already
 * @param fresh forget the data of earlier runs
 * @param once end after the journey
 * @param demo whether there is a journey at all
 * @param submit the assessment that it takes
 */
record Options(boolean attach, boolean fresh, boolean once, boolean demo, Path submit) {
    static final String USAGE = """
            ./run                 start everything and take a sample assessment to its certification
            ./run --once          the same, then stop; exit 0 if the whole way worked
            ./run --fresh         forget the data of earlier runs first
            ./run --no-demo       only start
            ./run --submit FILE   take that assessment instead, see samples/
            ./run --attach        start nothing: take it through what docker compose has started""";

    static Options parse(List<String> arguments) {
        boolean attach = false;
        boolean fresh = false;
        boolean once = false;
        boolean demo = true;
        Path submit = Path.of("samples", "cambridge-ma.json");
        for (Iterator<String> it = arguments.iterator(); it.hasNext(); ) {
            String argument = it.next();
            switch (argument) {
                case "--attach" -> attach = true;
                case "--fresh" -> fresh = true;
                case "--once" -> once = true;
                case "--no-demo" -> demo = false;
                case "--submit" -> submit = Path.of(value(argument, it));
                default -> throw new IllegalArgumentException("Unknown option " + argument + "\n" + USAGE);
            }
        }
        return new Options(attach, fresh, once, demo, submit);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value\n" + USAGE);
        }
        return rest.next();
    }
}
