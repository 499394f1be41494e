package org.citycertification.scoring.edition.file;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;

/**
 * One YAML document of plain mappings, lists and values. What YAML has besides (anchors, aliases, tags, several documents)
 * is refused while the text is read piece by piece, before anything is built from it.
 */
final class YamlText {

    static final int LARGEST_BYTES = 1024 * 1024;
    private static final int DEEPEST = 20;
    private static final int MOST_PIECES = 50_000;

    private final Findings findings;
    private int depth;
    private int pieces;
    private int documents;

    private YamlText(Findings findings) {
        this.findings = findings;
    }

    /** The top of the document; empty if something was found that makes it unreadable. */
    static Optional<Node> read(byte[] yaml, Findings findings) {
        if (yaml.length > LARGEST_BYTES) {
            findings.addAt(null, "", "the file has more than " + LARGEST_BYTES + " bytes");
            return Optional.empty();
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(yaml))
                    .toString();
            return new YamlText(findings).read(text);
        } catch (CharacterCodingException e) {
            findings.addAt(null, "", "the file is not UTF-8");
        } catch (MarkedYAMLException e) {
            findings.addAt(e.getProblemMark(), "", "not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            findings.addAt(null, "", "not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private Optional<Node> read(String text) {
        for (var event : yaml().parse(new StringReader(text))) {
            if (!isPlain(event)) {
                return Optional.empty();
            }
        }
        var node = Optional.ofNullable(yaml().compose(new StringReader(text)));
        if (node.isEmpty()) {
            findings.addAt(null, "", "the file is empty");
        }
        return node;
    }

    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(LARGEST_BYTES);
        return new Yaml(options);
    }

    private boolean isPlain(Event event) {
        if (event instanceof AliasEvent alias) {
            return refuse(event, "an alias (*" + alias.getAnchor() + ") is not allowed; write the value out");
        }
        if (event instanceof NodeEvent node && node.getAnchor() != null) {
            return refuse(event, "an anchor (&" + node.getAnchor() + ") is not allowed");
        }
        if (hasTag(event)) {
            return refuse(event, "a tag (!...) is not allowed");
        }
        if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
            return refuse(event, "the file is nested more than " + DEEPEST + " deep");
        }
        if (event instanceof CollectionEndEvent) {
            depth--;
        }
        if (event instanceof DocumentStartEvent && ++documents > 1) {
            return refuse(event, "the file holds more than one document");
        }
        return ++pieces <= MOST_PIECES || refuse(event, "the file has more than " + MOST_PIECES + " values");
    }

    private static boolean hasTag(Event event) {
        return (event instanceof ScalarEvent scalar && scalar.getTag() != null)
                || (event instanceof CollectionStartEvent start && start.getTag() != null);
    }

    private boolean refuse(Event event, String message) {
        findings.addAt(event.getStartMark(), "", message);
        return false;
    }
}
