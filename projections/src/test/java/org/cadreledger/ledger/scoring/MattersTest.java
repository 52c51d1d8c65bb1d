package org.cadreledger.ledger.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MattersTest {
    @Test
    void white_space_around_and_between_words_is_folded() {
        assertThat(Matters.comparable(" \t抗洪 \u3000\u00a0 抢险\n")).isEqualTo("抗洪 抢险");
    }

    @Test
    void composed_and_decomposed_letters_are_the_same() {
        assertThat(Matters.same("Caf\u00e9", "Cafe\u0301")).isTrue();
    }

    @Test
    void case_and_words_run_together_make_another_matter() {
        assertThat(Matters.same("Flood", "flood")).isFalse();
        assertThat(Matters.same("抗洪 抢险", "抗洪抢险")).isFalse();
    }

    @Test
    void letters_outside_the_basic_plane_stay_whole() {
        assertThat(Matters.comparable(" \ud842\udfb7 ")).isEqualTo("\ud842\udfb7");
    }
}
