package org.citycertification.platform;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command line for a child JVM that starts fast rather than runs fast. */
final class JavaCommand {

    private static final List<String> QUICK_START =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

    private JavaCommand() {}

    static List<String> mainClass(List<String> options, String classPath, String mainClass, List<String> arguments) {
        var command = start(options);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(arguments);
        return command;
    }

    static List<String> jar(List<String> options, Path jar, List<String> arguments) {
        var command = start(options);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        return command;
    }

    /** This module's own classes followed by the libraries set aside for its child processes. */
    static String childClassPath() {
        return ownClasses() + File.pathSeparator + PlatformFiles.libraries().resolve("*");
    }

    static String ownClasses() {
        try {
            var source = JavaCommand.class.getProtectionDomain().getCodeSource();
            return Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> start(List<String> options) {
        var command = new ArrayList<>(List.of(OperatingSystem.java()));
        command.addAll(QUICK_START);
        command.addAll(options);
        return command;
    }
}
