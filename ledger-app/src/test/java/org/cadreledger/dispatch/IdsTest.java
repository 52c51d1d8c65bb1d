package org.cadreledger.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void an_id_is_twenty_characters_that_every_path_can_hold() {
        assertThat(Ids.from("user/li/1", "claim")).matches("[0-9a-z]{20}");
    }

    @Test
    void an_id_follows_from_key_and_purpose_alone() {
        String id = Ids.from("user/li/1", "claim");
        assertThat(Ids.from("user/li/1", "claim")).isEqualTo(id);
        assertThat(Ids.from("user/li/2", "claim")).isNotEqualTo(id);
        assertThat(Ids.from("user/li/1", "deduction")).isNotEqualTo(id);
    }

    /** Written into logs that exist: it may never change. */
    @Test
    void the_form_of_an_id_is_fixed() {
        assertThat(Ids.from("user/li/1", "claim")).isEqualTo("r7c9gt0msa7app2v8evf");
    }
}
