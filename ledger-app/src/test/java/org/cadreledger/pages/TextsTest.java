package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Everything that people read stands in the bundles, in both languages. */
class TextsTest {
    private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]");

    /** Strings of Java; comments and characters are matched too, so that quotes in them begin none. */
    private static final Pattern STRING = Pattern.compile(
            "(\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\")" + "|'(?:\\\\.|[^'\\\\])'|//[^\\n]*|/\\*.*?\\*/",
            Pattern.DOTALL);

    /** The words that people write into files of cadres are read there, not shown. */
    private static final String IMPORT = "/cadre/importing/";

    @Test
    void every_text_is_there_in_both_languages_with_the_same_arguments() {
        List<String> differences = new ArrayList<>();
        for (Path bundle : Sources.bundles()) {
            differences.addAll(Texts.differences(
                    bundle, Texts.load(Sources.read(bundle)), Texts.load(Sources.read(Sources.english(bundle)))));
        }
        assertThat(differences).isEmpty();
        assertThat(Texts.keys()).hasSizeGreaterThan(100);
    }

    @Test
    void every_text_is_shown_as_it_is_meant() {
        List<String> faults = new ArrayList<>();
        for (Path chinese : Sources.bundles()) {
            for (Path bundle : List.of(chinese, Sources.english(chinese))) {
                faults.addAll(Texts.faults(bundle, Texts.load(Sources.read(bundle))));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void english_texts_are_english() {
        List<String> found = new ArrayList<>();
        for (Path bundle : Sources.bundles()) {
            Path english = Sources.english(bundle);
            found.addAll(Texts.untranslated(english, Texts.load(Sources.read(english))));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void no_key_stands_twice() {
        Map<String, Path> homes = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (Path chinese : Sources.bundles()) {
            for (Path bundle : List.of(chinese, Sources.english(chinese))) {
                Texts.repeated(Sources.read(bundle)).forEach(key -> twice.add(key + " in " + bundle));
            }
            Texts.load(Sources.read(chinese)).keySet().forEach(key -> {
                Path other = homes.put(key, chinese);
                if (other != null) {
                    twice.add(key + " in " + other + " and " + chinese);
                }
            });
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void no_template_script_or_style_sheet_contains_chinese() {
        List<String> found = new ArrayList<>();
        Sources.templates().forEach((file, text) -> found.addAll(chineseIn(file, text)));
        Sources.assets().forEach((file, text) -> found.addAll(chineseIn(file, text)));
        assertThat(found).isEmpty();
    }

    @Test
    void no_string_in_java_contains_chinese() {
        List<String> found = new ArrayList<>();
        Sources.java().forEach((file, text) -> {
            if (!file.toString().contains(IMPORT)) {
                strings(text).forEach(string -> found.addAll(chineseIn(file, string)));
            }
        });
        assertThat(found).isEmpty();
        assertThat(Sources.java()).hasSizeGreaterThan(300);
    }

    @Test
    void chinese_is_found_where_it_is_shown_and_not_in_comments() {
        String java = "/** 公示榜 \"榜\" */ class A { char c = '\"'; String s = \"a\\\"榜\"; // \"申报\"\n }";
        assertThat(strings(java)).containsExactly("\"a\\\"榜\"");
        assertThat(chineseIn(Path.of("a"), "x\n第1季")).singleElement().asString().contains("a:2", "第1季");
        assertThat(chineseIn(Path.of("a"), "plain – “text” · ×")).isEmpty();
    }

    @Test
    void a_missing_text_is_seen_on_a_page() {
        assertThat(
                        Texts.missing(
                                "??start.none_zh_CN??, problem.none.title: 2026.5 menu.pdf e.g. http://x.example/a.b\n(problem.no)"))
                .containsExactly("??start.none_zh_CN??", "problem.none.title", "problem.no");
    }

    @Test
    void faults_of_texts_are_found() {
        Path file = Path.of("x");
        assertThat(Texts.repeated("a=1\nb=2\na : 3\n")).containsExactly("a");
        assertThat(Texts.differences(file, Texts.load("a={0}\nb=1\nc=2"), Texts.load("a={1}\nb=1\nd=2")))
                .hasSize(3);
        assertThat(Texts.faults(file, Texts.load("a=it's {0}\nb=it''s\nc=\nd=it''s {0}\ne={0,nosuch,x}\nf=it's")))
                .hasSize(4);
        assertThat(Texts.untranslated(file, Texts.load("a=Board (公示榜)\nframe.other-language=中文\nb=公示榜 (board)")))
                .hasSize(1);
    }

    private static List<String> strings(String java) {
        List<String> strings = new ArrayList<>();
        Matcher matcher = STRING.matcher(java);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                strings.add(matcher.group(1));
            }
        }
        return strings;
    }

    private static List<String> chineseIn(Path file, String text) {
        List<String> found = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            if (CHINESE.matcher(lines.get(line)).find()) {
                found.add(file + ":" + (line + 1) + ": " + lines.get(line).strip());
            }
        }
        return found;
    }
}
