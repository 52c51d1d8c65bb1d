package org.cadreledger.pages;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The message bundles, and what can be wrong with them. */
final class Texts {
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)[,}]");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    private Texts() {}

    /** Chinese keys of all bundles. */
    static Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        Sources.bundles()
                .forEach(bundle -> keys.addAll(load(Sources.read(bundle)).keySet()));
        return keys;
    }

    static TreeMap<String, String> load(String file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TreeMap<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put(String.valueOf(key), String.valueOf(text)));
        return texts;
    }

    /** Keys that stand in the file twice; the second would win silently. */
    static List<String> repeated(String file) {
        List<String> repeated = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        // remembers what a file assigns in its order, which a map of the texts forgets
        Properties watching = new Properties() {
            @Override
            public synchronized Object put(Object key, Object text) {
                if (!seen.add(String.valueOf(key))) {
                    repeated.add(String.valueOf(key));
                }
                return String.valueOf(text);
            }
        };
        try {
            watching.load(new StringReader(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return repeated;
    }

    /** What one language has and the other has not, or has with other arguments. */
    static List<String> differences(Path bundle, TreeMap<String, String> chinese, TreeMap<String, String> english) {
        List<String> differences = new ArrayList<>();
        Set<String> all = new TreeSet<>(chinese.keySet());
        all.addAll(english.keySet());
        for (String key : all) {
            String here = chinese.get(key);
            String there = english.get(key);
            if (here == null || there == null) {
                differences.add(bundle + ": " + key + " is missing in " + (here == null ? "Chinese" : "English"));
            } else if (!arguments(here).equals(arguments(there))) {
                differences.add(bundle + ": " + key + " has " + arguments(here) + " in Chinese, " + arguments(there)
                        + " in English");
            }
        }
        return differences;
    }

    private static Set<String> arguments(String text) {
        Set<String> arguments = new TreeSet<>();
        Matcher matcher = ARGUMENT.matcher(text);
        while (matcher.find()) {
            arguments.add(matcher.group(1));
        }
        return arguments;
    }

    /** Texts that would not be shown as they are meant. */
    static List<String> faults(Path bundle, TreeMap<String, String> texts) {
        List<String> faults = new ArrayList<>();
        texts.forEach((key, text) -> {
            if (text.isBlank()) {
                faults.add(bundle + ": " + key + " is empty");
            }
            // a text without arguments is shown as it stands, one with arguments is a MessageFormat
            boolean formatted = !arguments(text).isEmpty();
            if (formatted && LONE_APOSTROPHE.matcher(text).find()) {
                faults.add(bundle + ": " + key + " has arguments, so an apostrophe is written ''");
            }
            if (!formatted && text.contains("''")) {
                faults.add(bundle + ": " + key + " has no arguments, so an apostrophe is written '");
            }
            if (formatted) {
                try {
                    new MessageFormat(text);
                } catch (IllegalArgumentException e) {
                    faults.add(bundle + ": " + key + ": " + e.getMessage());
                }
            }
        });
        return faults;
    }
}
