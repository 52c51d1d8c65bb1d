package org.cadreledger.web.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.webjars.WebJarVersionLocator;

/** Tabler's icons, put into the page itself ({@code icons} in the templates): they take the colour of the text beside them. */
@Component
public final class Icons {
    private static final String PROJECT = "tabler__icons";

    private final Map<String, String> known = new ConcurrentHashMap<>();
    private final WebJarVersionLocator locator = new WebJarVersionLocator();

    /**
     * @param name as Tabler has it, for example {@code check}; hidden from screen readers, as the word stands beside it
     * @throws IllegalArgumentException when there is no such icon
     */
    public String of(String name) {
        return known.computeIfAbsent(name, this::read);
    }

    private String read(String name) {
        String path = locator.fullPath(PROJECT, "icons/outline/" + name + ".svg");
        if (path == null) {
            throw new IllegalArgumentException("no icon " + name);
        }
        try (InputStream stream = Icons.class.getClassLoader().getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalArgumentException("no icon " + name);
            }
            String svg = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return svg.replaceAll("(?s)<!--.*?-->", "")
                    .replaceAll("\\s+", " ")
                    .replaceFirst("<svg", "<svg aria-hidden=\"true\"")
                    .replaceFirst("class=\"[^\"]*\"", "class=\"icon\"")
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
