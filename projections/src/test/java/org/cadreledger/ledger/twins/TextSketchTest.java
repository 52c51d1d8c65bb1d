package org.cadreledger.ledger.twins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextSketchTest {
    private static final int TEXTS = 3_000;
    private final Random random = new Random(11);

    private static TextSketch sketch(String text) {
        return Objects.requireNonNull(TextSketch.of(text));
    }

    private String words(int length) {
        return random.ints(length, 0x4e00, 0x9000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** With some characters replaced. */
    private String edited(String text, int edits) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = 0; i < edits; i++) {
            changed.setCharAt(random.nextInt(text.length()), (char) (0x4e00 + random.nextInt(4_000)));
        }
        return changed.toString();
    }

    /** The definition that the sketch estimates. */
    private static double common(String one, String other) {
        Set<String> both = runs(one);
        both.retainAll(runs(other));
        Set<String> all = runs(one);
        all.addAll(runs(other));
        return 100.0 * both.size() / all.size();
    }

    private static Set<String> runs(String text) {
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + 3 <= text.length(); i++) {
            runs.add(text.substring(i, i + 3));
        }
        return runs;
    }

    @Test
    void width_case_blanks_and_punctuation_make_no_difference() {
        assertThat(sketch("清晨 6:30，Ａ组到岗。")).isEqualTo(sketch("清晨6：30 a组到岗"));
        assertThat(sketch("清晨到岗").similarity(sketch("清晨到岗"))).isEqualTo(100);
        assertThat(sketch("好").similarity(sketch("好。"))).isEqualTo(100);
        assertThat(sketch("好").similarity(sketch("坏"))).isLessThan(20);
    }

    @Test
    void a_text_without_a_letter_or_digit_has_no_sketch() {
        assertThat(TextSketch.of(null)).isNull();
        assertThat(TextSketch.of(" ，…… ")).isNull();
    }

    @Test
    void the_estimate_is_near_the_exact_share_of_common_runs() {
        double errors = 0;
        List<Double> worst = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            String text = words(30 + random.nextInt(200));
            String other = edited(text, random.nextInt(8));
            double error = sketch(text).similarity(sketch(other)) - common(text, other);
            errors += error;
            worst.add(Math.abs(error));
        }
        worst.sort(null);
        // 128 functions: one standard deviation is at most 4.4
        assertThat(errors / TEXTS).isBetween(-0.5, 0.5);
        assertThat(worst.get(TEXTS * 68 / 100)).isLessThan(4.5);
        assertThat(worst.getLast()).isLessThan(20);
    }

    @Test
    void alike_texts_share_a_band_and_others_hardly_ever() {
        int alike = 0;
        int missed = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = words(80);
            String other = edited(text, 1 + random.nextInt(2));
            Set<String> bands = bands(text);
            if (common(text, other) >= 80) {
                alike++;
                bands.retainAll(bands(other));
                missed += bands.isEmpty() ? 1 : 0;
            }
            Set<String> strange = bands(text);
            strange.retainAll(bands(words(80)));
            assertThat(strange).isEmpty();
        }
        assertThat(alike).isGreaterThan(TEXTS / 2);
        assertThat(missed).isLessThan(alike * 2 / 100);
    }

    private static Set<String> bands(String text) {
        return new HashSet<>(sketch(text).bands());
    }
}
