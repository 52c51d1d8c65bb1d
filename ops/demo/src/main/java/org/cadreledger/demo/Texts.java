package org.cadreledger.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything in Chinese that the county says, kept as a resource: names, matters, accounts, answers. */
final class Texts {
    private final JsonNode root;

    private Texts(JsonNode root) {
        this.root = root;
    }

    static Texts load() {
        try (InputStream in = Texts.class.getResourceAsStream("texts.json")) {
            if (in == null) {
                throw new IllegalStateException("texts.json is missing beside " + Texts.class.getName());
            }
            return new Texts(JsonMapper.shared().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param path names joined by dots; missing ones are an error of the resource */
    String one(String path) {
        return at(path).asString();
    }

    String format(String path, Object... arguments) {
        return String.format(Locale.ROOT, one(path), arguments);
    }

    List<String> list(String path) {
        return StreamSupport.stream(at(path).spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private JsonNode at(String path) {
        JsonNode node = root;
        for (String name : path.split("\\.", -1)) {
            node = node.path(name);
        }
        if (node.isMissingNode()) {
            throw new IllegalArgumentException("no text " + path);
        }
        return node;
    }
}
