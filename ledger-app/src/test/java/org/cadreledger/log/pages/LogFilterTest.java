package org.cadreledger.log.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.store.Commit;
import org.cadreledger.store.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogFilterTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Commit CLAIM =
            commit("li", event("ledger:c1:2026", "ledger.bonus-claimed.v1", "{\"cadreId\":\"c1\"}"));
    private static final Commit OBJECTION =
            commit("wang", event("period:j1:2026", "period.objection-raised.v1", "{\"cadreId\":\"c1\"}"));

    private static StoredEvent event(String stream, String name, String payload) {
        return new StoredEvent("id", stream, "type", 0, name, "j1", payload, null);
    }

    private static Commit commit(String by, StoredEvent... events) {
        return new Commit(
                7, "k", null, null, by, Instant.EPOCH, List.of(), List.of(events), Map.of(), "alg", "prev", "hash");
    }

    private static LogFilter.Read filter(@Nullable String about, @Nullable String type, @Nullable String user) {
        return new LogFilter(about, type, user, null, null, null, null).read(ZONE);
    }

    @Test
    void nothing_asked_for_takes_everything() {
        assertThat(filter(null, " ", "").takes(CLAIM)).isTrue();
    }

    @Test
    void a_cadre_is_found_in_own_streams_and_where_others_name_it() {
        assertThat(filter("c1", null, null).takes(CLAIM)).isTrue();
        assertThat(filter("c1", null, null).takes(OBJECTION)).isTrue();
        assertThat(filter("c", null, null).takes(CLAIM)).isFalse();
        assertThat(filter("period:j1:2026", null, null).takes(OBJECTION)).isTrue();
        assertThat(filter("period:j1:2026", null, null).takes(CLAIM)).isFalse();
    }

    @Test
    void type_and_user_narrow_and_belong_to_the_same_event() {
        assertThat(filter("c1", "ledger.bonus-claimed.v1", "li").takes(CLAIM)).isTrue();
        assertThat(filter("c1", "ledger.bonus-claimed.v1", "wang").takes(CLAIM)).isFalse();
        Commit both = commit(
                "li",
                event("ledger:c2:2026", "ledger.bonus-claimed.v1", "{}"),
                event("cadre:c1", "cadre.changed.v1", "{}"));
        assertThat(filter("c1", "ledger.bonus-claimed.v1", null).takes(both)).isFalse();
    }

    @Test
    void days_are_those_of_the_county_and_positions_are_numbers() {
        LogFilter.Read read = new LogFilter(null, null, null, "2026-03-01", "2026-03-01", "0", null).read(ZONE);
        assertThat(read.since()).isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
        assertThat(read.until()).isEqualTo(Instant.parse("2026-03-01T16:00:00Z"));
        assertThat(read.fromPosition()).isEqualTo(1);
        assertThatThrownBy(() -> new LogFilter(null, null, null, "x", null, null, null).read(ZONE))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new LogFilter(null, null, null, null, null, "-1", null).read(ZONE))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void an_address_keeps_what_is_asked_for() {
        LogFilter filter = new LogFilter("c 1&x", "", null, null, null, null, "9");
        assertThat(filter.address("/log", 5L)).isEqualTo("/log?about=c%201%26x&toPosition=9&after=5");
    }
}
