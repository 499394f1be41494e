package org.citycertification.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.citycertification.platform.Part;
import org.citycertification.platform.Platform;
import org.citycertification.platform.Ports;
import org.citycertification.platform.SignIn;
import org.citycertification.platform.TestPlatform;
import org.citycertification.schemas.deadletter.DeadLetter;
import org.citycertification.schemas.deadletter.v1.DeadLetterEvent;
import org.citycertification.schemas.wire.Registries;
import org.citycertification.schemas.wire.WireFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command says to people whom a real broker does not let in, or not to the dead letters. */
@Tag("full")
class SecuredKafkaIT {
    private static final String DEAD = "secured.thing.internal.v1.refusing.dlt";
    private static final SignIn SIGN_IN = new SignIn(
            Ports.reserve(), Map.of("operator", "right", "reader", "right", "viewer", "right", "stranger", "right"));

    @TempDir
    static Path directory;

    private static Platform platform;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.builder(directory.resolve("kafka"))
                .parts(Part.KAFKA)
                .signIn(SIGN_IN)
                .start();
        Map<String, Object> anything =
                Map.of("bootstrap.servers", platform.kafka().bootstrapServers());
        try (Admin admin = Admin.create(anything)) {
            admin.createTopics(List.of(new NewTopic(DEAD, 1, (short) 1))).all().get();
            admin.createAcls(List.of(
                            allowed("operator", AclOperation.ALL),
                            allowed("reader", READ),
                            allowed("viewer", DESCRIBE)))
                    .all()
                    .get();
        }
        var letter = new ProducerRecord<>(DEAD, "k".getBytes(UTF_8), "not avro".getBytes(UTF_8));
        letter.headers().add(DeadLetter.SOURCE_TOPIC, "secured.thing.internal.v1".getBytes(UTF_8));
        letter.headers().add(DeadLetter.SOURCE_OFFSET, "0".getBytes(UTF_8));
        try (var producer = new KafkaProducer<>(anything, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(letter).get();
        }
        new WireFormat(Registries.client(TestPlatform.shared(Part.REGISTRY).registryUrl()), true)
                .resolve(DEAD, DeadLetterEvent.getClassSchema());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static AclBinding allowed(String user, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, DEAD, PatternType.LITERAL),
                new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
    }

    @Test
    void worksForTheOperator() throws IOException {
        assertThat(certify("operator", "right", "list", "--ids").out()).contains(DEAD + ":0:0");
    }

    @Test
    void saysWhichFileHasAWrongPassword() throws IOException {
        Ran ran = certify("operator", "wrong", "list");

        assertThat(ran.exit()).isEqualTo(Exit.UNREACHABLE);
        assertThat(ran.err().lines())
                .singleElement()
                .asString()
                .contains("does not accept who you are", "Check user, password")
                .contains("operator.properties (--kafka-config)")
                .doesNotContain("No Kafka broker answers");
    }

    @Test
    void saysThatAUserMayNotReadDeadLetters() throws IOException {
        Ran ran = certify("viewer", "right", "show", DEAD + ":0:0");

        assertThat(ran.exit()).isEqualTo(Exit.UNREACHABLE);
        assertThat(ran.err().lines())
                .singleElement()
                .asString()
                .contains("does not allow it", DEAD, "the operator's principal in", "viewer.properties");
    }

    @Test
    void saysThatAUserMayNotAskForAnything() throws IOException {
        Ran ran = certify("reader", "right", "redrive", DEAD + ":0:0", "--reason", "repaired", "--actor", "op-1");

        assertThat(ran.exit()).isEqualTo(Exit.UNREACHABLE);
        assertThat(ran.err().lines()).singleElement().asString().contains("does not allow it", "reader.properties");
    }

    @Test
    void saysThatAUserMaySeeNoTopic() throws IOException {
        Ran ran = certify("stranger", "right", "list");

        assertThat(ran.exit()).isEqualTo(Exit.NOT_FOUND);
        assertThat(ran.err()).contains("no dead-letter topic", "that you may see");
    }

    @Test
    void hintsAtTheFileIfNobodyAnswersWithoutOne() {
        Ran ran = run("dead-letters", "list", "--bootstrap-servers", SIGN_IN.bootstrapServers());

        assertThat(ran.exit()).isEqualTo(Exit.UNREACHABLE);
        assertThat(ran.err()).contains("No Kafka broker answers", "A secured one answers only with --kafka-config.");
    }

    private record Ran(int exit, String out, String err) {}

    private static Ran certify(String user, String password, String... arguments) throws IOException {
        Path file = Files.writeString(directory.resolve(user + ".properties"), """
                security.protocol=SASL_PLAINTEXT
                sasl.mechanism=PLAIN
                sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \
                username="%s" password="%s";
                """.formatted(user, password));
        List<String> all = new ArrayList<>(List.of("dead-letters"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--bootstrap-servers", SIGN_IN.bootstrapServers()));
        all.addAll(List.of("--registry", TestPlatform.shared().registryUrl()));
        all.addAll(List.of("--kafka-config", file.toString()));
        return run(all.toArray(String[]::new));
    }

    private static Ran run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = Certify.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Ran(exit, out.toString(), err.toString());
    }
}
