package org.citycertification.cli;

/** Exit codes, as {@code certify --help} lists them. */
public final class Exit {
    public static final int DONE = 0;
    public static final int UNEXPECTED = 1;
    public static final int USAGE = 2;
    public static final int NOT_FOUND = 3;
    public static final int UNREACHABLE = 4;
    public static final int NOT_DONE = 5;
    public static final int NO_ANSWER = 6;

    private Exit() {}
}
