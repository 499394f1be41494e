package org.citycertification.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.avro.Schema;
import org.apache.avro.compiler.specific.SpecificCompiler;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificRecordBase;
import org.citycertification.schemas.Topic;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The contracts of a build that does not exist yet: every topic's envelope has one more optional field, and whoever builds
 * an event fills it in.
 */
final class NextContracts {
    /** The added field; earlier builds do not know it. */
    static final String FIELD = "writtenBy";

    /** What the next build writes there. */
    static final String VALUE = "the next build";

    private static final String DECLARATION = """
            {"name": "%s", "doc": "The build that wrote this; null where it did not say.",
             "type": ["null", "string"], "default": null}""".formatted(FIELD);

    private final Path directory;

    NextContracts(Path directory) {
        this.directory = directory;
    }

    /** A copy of the contracts' jar in which the envelopes' classes are those of the next build. */
    Path derive(Path contracts) throws IOException {
        Path sources = Files.createDirectories(directory.resolve("sources"));
        List<String> files = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            files.add(generate(grown(topic.schema()), sources).toString());
        }
        Path classes = compile(files, contracts);
        Path next = directory.resolve("next-contracts.jar");
        Files.copy(contracts, next, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem jar = FileSystems.newFileSystem(next, Map.of());
                Stream<Path> compiled = Files.walk(classes)) {
            for (Path file : compiled.filter(Files::isRegularFile).toList()) {
                Path entry = jar.getPath(classes.relativize(file).toString());
                Files.copy(file, entry, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return next;
    }

    private static Schema grown(Schema envelope) {
        JsonMapper json = JsonMapper.builder().build();
        var root = (ObjectNode) json.readTree(envelope.toString());
        ((ArrayNode) root.path("fields")).add(json.readTree(DECLARATION));
        return new Schema.Parser().parse(root.toString());
    }

    /** Source of the envelope alone: its inner records are what they were. */
    private static Path generate(Schema envelope, Path sources) throws IOException {
        var compiler = new SpecificCompiler(envelope);
        compiler.setStringType(GenericData.StringType.String);
        compiler.setFieldVisibility(SpecificCompiler.FieldVisibility.PRIVATE);
        compiler.setCreateSetters(false);
        compiler.setOutputCharacterEncoding("UTF-8");
        compiler.compileToDestination(null, sources.toFile());
        Path source = sources.resolve(envelope.getFullName().replace('.', '/') + ".java");
        Files.writeString(source, fillingIn(envelope, Files.readString(source)));
        return source;
    }

    /** Where a builder would leave the field null, the next build's code says who it is. */
    private static String fillingIn(Schema envelope, String source) {
        int last = envelope.getField(FIELD).pos();
        String unset = "(java.lang.String) defaultValue(fields()[%d])".formatted(last);
        if (!source.contains(unset)) {
            throw new IllegalStateException("Avro generates builders in another way now; there is no " + unset);
        }
        return source.replace(unset, '"' + VALUE + '"');
    }

    private Path compile(List<String> sources, Path contracts) throws IOException {
        Path classes = Files.createDirectories(directory.resolve("classes"));
        String classPath = contracts + System.getProperty("path.separator") + jarOf(SpecificRecordBase.class);
        List<String> options =
                new ArrayList<>(List.of("-proc:none", "--release", "17", "-cp", classPath, "-d", classes.toString()));
        options.addAll(sources);
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
        if (failed != 0) {
            throw new IllegalStateException("The next build's contracts cannot be compiled; see above");
        }
        return classes;
    }

    private static Path jarOf(Class<?> type) {
        try {
            URI source =
                    type.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(source);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
