package org.cadreledger.catalogue.drafting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.Catalogue.BaseItem;
import org.cadreledger.catalogue.Catalogue.Kind;
import org.cadreledger.catalogue.Catalogue.Level;
import org.cadreledger.catalogue.Catalogue.Repeats;
import org.cadreledger.catalogue.Catalogue.Rule;
import org.cadreledger.points.Points;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue of the primary source (source 004, III), which ships as version 1. */
public final class DefaultCatalogue {
    private static final String RESOURCE = "/default-catalogue.json";

    private DefaultCatalogue() {}

    /** @throws IllegalStateException when the resource is missing or not a catalogue */
    public static Catalogue load() {
        try (InputStream resource = DefaultCatalogue.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            JsonNode root = JsonMapper.shared().readTree(resource);
            return new Catalogue(
                    1,
                    null,
                    list(root.path("baseItems")).stream()
                            .map(node -> new BaseItem(node.path("item").asString(), points(node.path("max"))))
                            .toList(),
                    points(root.path("matterCap")),
                    list(root.path("rules")).stream()
                            .map(DefaultCatalogue::rule)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rule rule(JsonNode node) {
        return new Rule(
                node.path("code").asString(),
                Kind.valueOf(node.path("kind").asString()),
                node.path("name").asString(),
                list(node.path("levels")).stream()
                        .map(level -> new Level(level.path("code").asString(), points(level.path("points"))))
                        .toList(),
                node.has("points") ? points(node.path("points")) : null,
                node.path("evidence").asBoolean(),
                Repeats.valueOf(node.path("repeats").asString()));
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static Points points(JsonNode number) {
        return Points.of(number.decimalValue());
    }
}
