package org.citycertification.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every schema that was ever released stays readable, in both directions. */
class ReleasedSchemasTests {
    private static final Path RELEASED = Path.of("src/test/released");

    @ParameterizedTest
    @MethodSource("org.citycertification.schemas.Contract#all")
    void readsAndIsReadByEveryReleasedVersion(Contract contract) throws IOException {
        Schema current = contract.schema();
        assertThat(released(contract.name())).isNotEmpty().allSatisfy(old -> {
            assertThat(canRead(current, old)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
            assertThat(canRead(old, current)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
        });
    }

    private static SchemaCompatibilityType canRead(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getType();
    }

    private static List<Schema> released(String name) throws IOException {
        try (Stream<Path> files = Files.list(RELEASED.resolve(name))) {
            return files.sorted().map(ReleasedSchemasTests::parse).toList();
        }
    }

    private static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
