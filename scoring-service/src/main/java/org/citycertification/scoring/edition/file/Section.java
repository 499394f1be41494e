package org.citycertification.scoring.edition.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.citycertification.scoring.edition.domain.Placed;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of a YAML file, read strictly: no key unknown or repeated, every value of the type expected. What is wrong is
 * noted and read as absent, so that reading goes on.
 */
record Section(Findings findings, String path, Map<String, Node> values) {

    /** A mapping with these keys at most. */
    static Optional<Section> of(Findings findings, String path, Node node, String... keys) {
        findings.mark(path, node.getStartMark());
        if (!(node instanceof MappingNode mapping)) {
            findings.add(path, "a mapping is expected");
            return Optional.empty();
        }
        var section = new Section(findings, path, new LinkedHashMap<>());
        section.fill(mapping, List.of(keys));
        return Optional.of(section);
    }

    private void fill(MappingNode mapping, List<String> keys) {
        for (var entry : mapping.getValue()) {
            var key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            var place = place(key);
            if (!keys.contains(key)) {
                findings.addAt(entry.getKeyNode().getStartMark(), place, "unknown key");
            } else if (values.putIfAbsent(key, entry.getValueNode()) != null) {
                findings.addAt(entry.getKeyNode().getStartMark(), place, "duplicate key");
            } else {
                findings.mark(place, entry.getValueNode().getStartMark());
            }
        }
    }

    String place(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    boolean has(String key) {
        var node = values.get(key);
        return node != null && !Tag.NULL.equals(node.getTag());
    }

    private Optional<Node> node(String key) {
        var node = Optional.ofNullable(values.get(key));
        if (node.isEmpty()) {
            findings.add(place(key), "missing");
        }
        return node;
    }

    Optional<String> text(String key) {
        return node(key).flatMap(node -> text(place(key), node));
    }

    private Optional<String> text(String place, Node node) {
        if (node instanceof ScalarNode scalar
                && Set.of(Tag.STR, Tag.TIMESTAMP).contains(scalar.getTag())
                && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue());
        }
        findings.add(place, "a text is expected");
        return Optional.empty();
    }

    /** A text that has to have a form. */
    <T> Optional<Placed<T>> value(String key, Function<String, T> form) {
        return text(key).flatMap(text -> formed(place(key), text, form));
    }

    private <T> Optional<Placed<T>> formed(String place, String text, Function<String, T> form) {
        try {
            return Optional.of(new Placed<>(place, form.apply(text)));
        } catch (IllegalArgumentException e) {
            findings.add(place, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    Optional<Placed<Integer>> number(String key) {
        return node(key).flatMap(node -> {
            if (node instanceof ScalarNode scalar && scalar.getValue().matches("-?[0-9]{1,9}")) {
                return Optional.of(new Placed<>(place(key), Integer.valueOf(scalar.getValue())));
            }
            findings.add(place(key), "a whole number is expected");
            return Optional.empty();
        });
    }

    Optional<Boolean> flag(String key) {
        return node(key).flatMap(node -> {
            if (node instanceof ScalarNode scalar && Set.of("true", "false").contains(scalar.getValue())) {
                return Optional.of(Boolean.valueOf(scalar.getValue()));
            }
            findings.add(place(key), "true or false is expected");
            return Optional.empty();
        });
    }

    /** Whether the value is one of these words; nothing is noted if not. */
    boolean isOneOf(String key, Set<String> words) {
        return values.get(key) instanceof ScalarNode scalar && words.contains(scalar.getValue());
    }

    Optional<Section> section(String key, String... keys) {
        return node(key).flatMap(node -> of(findings, place(key), node, keys));
    }

    List<Section> sections(String key, String... keys) {
        var sections = new ArrayList<Section>();
        for (var each : list(key)) {
            of(findings, each.place(), each.value(), keys).ifPresent(sections::add);
        }
        return sections;
    }

    <T> List<Placed<T>> values(String key, Function<String, T> form) {
        var formed = new ArrayList<Placed<T>>();
        for (var each : list(key)) {
            text(each.place(), each.value())
                    .flatMap(text -> formed(each.place(), text, form))
                    .ifPresent(formed::add);
        }
        return formed;
    }

    /** How many entries a list has, readable or not. */
    int size(String key) {
        return values.get(key) instanceof SequenceNode sequence
                ? sequence.getValue().size()
                : 0;
    }

    private List<Placed<Node>> list(String key) {
        var entries = new ArrayList<Placed<Node>>();
        node(key).ifPresent(node -> {
            if (node instanceof SequenceNode sequence) {
                for (var entry : sequence.getValue()) {
                    var place = place(key) + "[" + entries.size() + "]";
                    findings.mark(place, entry.getStartMark());
                    entries.add(new Placed<>(place, entry));
                }
            } else {
                findings.add(place(key), "a list is expected");
            }
        });
        return entries;
    }
}
