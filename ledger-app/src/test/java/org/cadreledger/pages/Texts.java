package org.cadreledger.pages;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The message bundles, and what can be wrong with them. */
public final class Texts {
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)[,}]");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    /** A term may stand in Chinese beside its English name; nothing else may. */
    private static final Pattern OUTSIDE_BRACKETS = Pattern.compile("\\([^()]*\\)|(\\p{IsHan})");

    private static final Pattern KEY_LIKE =
            Pattern.compile("\\?\\?[^?\\s]+\\?\\?|(?<![\\w.@-])[A-Za-z][\\w-]*(?:\\.[\\w-]+)+");
    private static final Pattern NO_KEY = Pattern.compile("\\.(?:v\\d+|pdf|png|jpe?g|csv|xlsx|docx)$");

    /** Names Chinese in Chinese. */
    private static final String LANGUAGE_SWITCH = "frame.other-language";

    private static final Map<Language, Map<String, String>> ALL = new EnumMap<>(Language.class);

    private Texts() {}

    /**
     * A text as the pages show it.
     *
     * @throws AssertionError when no bundle has it
     */
    public static String text(Language language, String key, Object... arguments) {
        String text = ALL.computeIfAbsent(language, Texts::all).get(key);
        if (text == null) {
            throw new AssertionError("no text " + key);
        }
        return arguments.length == 0
                ? text
                : new MessageFormat(text, Locale.forLanguageTag(language.tag())).format(arguments);
    }

    private static Map<String, String> all(Language language) {
        Map<String, String> texts = new TreeMap<>();
        for (Path bundle : Sources.bundles()) {
            texts.putAll(load(Sources.read(language == Language.CHINESE ? bundle : Sources.english(bundle))));
        }
        return texts;
    }

    /** Chinese keys of all bundles. */
    static Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        Sources.bundles()
                .forEach(bundle -> keys.addAll(load(Sources.read(bundle)).keySet()));
        return keys;
    }

    static Map<String, String> load(String file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
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
    static List<String> differences(Path bundle, Map<String, String> chinese, Map<String, String> english) {
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

    /**
     * What a page shows where it should show a text that no bundle has: Thymeleaf's own mark, or the key as it stands. Names of
     * files and of events look like keys too.
     */
    static List<String> missing(String shown) {
        Set<String> starts = new TreeSet<>();
        keys().forEach(key -> starts.add(key.replaceFirst("\\..*", "")));
        return KEY_LIKE.matcher(shown)
                .results()
                .map(MatchResult::group)
                .filter(found -> found.startsWith("??")
                        || (starts.contains(found.replaceFirst("\\..*", ""))
                                && !NO_KEY.matcher(found).find()))
                .toList();
    }

    /** Lines of a page that are a text of ours, but of the other language; data may be in any. */
    static List<String> ofOther(Language language, String shown) {
        Map<String, String> own = ALL.computeIfAbsent(language, Texts::all);
        Set<String> foreign = new HashSet<>();
        for (Language other : Language.values()) {
            if (other != language) {
                foreign.addAll(ALL.computeIfAbsent(other, Texts::all).values());
            }
        }
        foreign.removeAll(own.values());
        // a code or a single word may be data
        return shown.lines()
                .map(String::strip)
                .filter(line -> line.codePointCount(0, line.length()) > 3)
                .filter(foreign::contains)
                .distinct()
                .toList();
    }

    /** English texts with Chinese in them; a term may stand in brackets. */
    static List<String> untranslated(Path bundle, Map<String, String> english) {
        List<String> found = new ArrayList<>();
        english.forEach((key, text) -> {
            boolean chinese = OUTSIDE_BRACKETS.matcher(text).results().anyMatch(match -> match.group(1) != null);
            if (chinese && !key.equals(LANGUAGE_SWITCH)) {
                found.add(bundle + ": " + key + " is Chinese");
            }
        });
        return found;
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
    static List<String> faults(Path bundle, Map<String, String> texts) {
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
