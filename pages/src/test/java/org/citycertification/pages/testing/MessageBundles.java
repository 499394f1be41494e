package org.citycertification.pages.testing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The three bundles of a name say the same things with the same placeholders, and templates ask for nothing else. */
public final class MessageBundles {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][A-Za-z0-9_.]*)");

    private MessageBundles() {}

    /** Everything wrong with the bundles, one line each. */
    public static List<String> faults(String basename) {
        List<String> faults = new ArrayList<>();
        Properties english = load(basename, "");
        for (String language : List.of("_es", "_pt")) {
            Properties other = load(basename, language);
            var all = new TreeSet<>(english.stringPropertyNames());
            all.addAll(other.stringPropertyNames());
            for (String key : all) {
                String here = english.getProperty(key);
                String there = other.getProperty(key);
                if (here == null || there == null) {
                    faults.add(key + " is only in one of the bundles, en or " + language);
                } else if (!placeholders(here).equals(placeholders(there))) {
                    faults.add(key + " has other placeholders in " + language);
                } else if (here.contains("'") || there.contains("'")) {
                    faults.add(key + " has an apostrophe that quotes; use the typographic one");
                }
            }
        }
        return faults;
    }

    /** Keys that a template names and no bundle has. */
    public static List<String> unknownKeys(Path templates, String... basenames) {
        var known = new TreeSet<String>();
        for (String basename : basenames) {
            known.addAll(load(basename, "").stringPropertyNames());
        }
        try (Stream<Path> files = Files.walk(templates)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .flatMap(file -> KEY.matcher(text(file)).results())
                    .map(found -> found.group(1))
                    .filter(key -> !known.contains(key))
                    .distinct()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static TreeSet<String> placeholders(String text) {
        var found = new TreeSet<String>();
        PLACEHOLDER.matcher(text).results().forEach(each -> found.add(each.group()));
        return found;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Properties load(String basename, String language) {
        String resource = "/" + basename + language + ".properties";
        var properties = new Properties();
        try (var in = Objects.requireNonNull(MessageBundles.class.getResourceAsStream(resource), resource)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return properties;
    }
}
