package org.cadreledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cadreledger.log.EventName;
import org.cadreledger.log.Personal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class EventTypesTest {

    private static final String GOLDEN = "{\"zulu\":\"z\",\"score\":1050,\"span\":\"M3\",\"level\":\"COUNTY\","
            + "\"at\":\"2026-03-31T16:00:00.123Z\",\"items\":[{\"code\":\"P1\",\"max\":30}],"
            + "\"bySpan\":{\"M1\":1,\"M2\":-50},\"alpha\":true}";
    private static final String GOLDEN_PERSONAL = "{\"account\":\"加班“完成”\",\"remarks\":[\"a\",\"b\"]}";

    private final EventTypes types = EventTypes.of(TestEvent.class);

    private static TestEvent.Everything everything() {
        Map<TestEvent.Span, TestEvent.Score> bySpan = new LinkedHashMap<>();
        bySpan.put(new TestEvent.MonthSpan(1), new TestEvent.Score(1));
        bySpan.put(new TestEvent.MonthSpan(2), new TestEvent.Score(-50));
        return new TestEvent.Everything(
                "z",
                new TestEvent.Score(1050),
                new TestEvent.MonthSpan(3),
                TestEvent.Level.COUNTY,
                Instant.parse("2026-03-31T16:00:00.123Z"),
                null,
                List.of(new TestEvent.Item("P1", 30)),
                bySpan,
                "加班“完成”",
                List.of("a", "b"),
                true);
    }

    @Test
    void an_event_is_written_exactly_as_its_golden_json() {
        assertThat(types.payloadOf(everything())).isEqualTo(GOLDEN);
        assertThat(types.personalOf(everything())).isEqualTo(GOLDEN_PERSONAL);
        assertThat(types.payloadOf(new TestEvent.Counted(2))).isEqualTo("{\"number\":2}");
    }

    @Test
    void golden_json_reads_back_to_the_same_event() {
        assertThat(types.decode("test.everything.v1", GOLDEN, GOLDEN_PERSONAL)).isEqualTo(everything());
    }

    @Test
    void an_erased_personal_part_reads_as_null() {
        var read = (TestEvent.Everything) types.decode("test.everything.v1", GOLDEN, null);
        assertThat(read.account()).isNull();
        assertThat(read.zulu()).isEqualTo("z");
    }

    @Test
    void no_personal_value_means_no_personal_part() {
        var opened = new TestEvent.Opened("c1", null, java.time.LocalDate.of(2026, 1, 2));
        assertThat(types.personalOf(opened)).isNull();
        assertThat(types.payloadOf(opened)).isEqualTo("{\"id\":\"c1\",\"day\":\"2026-01-02\"}");
    }

    @Test
    void reading_is_strict() {
        for (String wrong : List.of(
                "{\"number\":1,\"more\":2}",
                "{}",
                "{\"number\":null}",
                "{\"number\":\"1\"}",
                "{\"number\":1.5}",
                "{\"number\":1,\"number\":2}",
                "{\"number\":1} x",
                "[1]")) {
            assertThatThrownBy(() -> types.decode("test.counted.v1", wrong, null))
                    .as(wrong)
                    .isInstanceOf(UnreadableEvent.class);
        }
        assertThatThrownBy(() -> types.decode("test.unheard-of.v1", "{}", null)).isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> types.decode("test.counted.v1", "{\"number\":1}", "{\"number\":2}"))
                .isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> types.decode("test.counted.v1", "{\"number\":1}", "{\"name\":2}"))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void names_and_classes_belong_together() {
        assertThat(types.names()).containsExactly("test.counted.v1", "test.everything.v1", "test.opened.v1");
        assertThat(types.nameOf(TestEvent.Counted.class)).isEqualTo("test.counted.v1");
        assertThat(types.typeOf("test.counted.v1")).isEqualTo(TestEvent.Counted.class);
        assertThatThrownBy(() -> types.payloadOf("text")).isInstanceOf(IllegalArgumentException.class);
    }

    @EventName("test.counted.v1")
    record SameName(int number) {}

    @EventName("test.bad-name")
    record BadName(int number) {}

    @EventName("test.floating.v1")
    record Floating(double number) {}

    @EventName("test.open-type.v1")
    record OpenType(Object anything) {}

    @EventName("test.deep-personal.v1")
    record DeepPersonal(List<Person> people) {}

    record Person(@Personal @Nullable String name) {}

    @EventName("test.primitive-personal.v1")
    record PrimitivePersonal(@Personal int age) {}

    @Test
    void what_cannot_be_stored_exactly_is_refused_at_start() {
        for (Class<?> wrong : List.of(
                SameName.class,
                BadName.class,
                Floating.class,
                OpenType.class,
                DeepPersonal.class,
                PrimitivePersonal.class,
                Person.class)) {
            assertThatThrownBy(() -> EventTypes.of(TestEvent.class, wrong))
                    .as(wrong.getSimpleName())
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void an_older_version_is_read_through_its_upcaster() {
        Upcaster renamed = new Upcaster() {
            @Override
            public String from() {
                return "test.tallied.v1";
            }

            @Override
            public String to() {
                return "test.counted.v1";
            }

            @Override
            public ObjectNode upcast(ObjectNode payload) {
                payload.set("number", payload.remove("tally"));
                return payload;
            }
        };
        EventTypes withOld = new EventTypes(List.of(TestEvent.class), List.of(renamed));
        assertThat(withOld.decode("test.tallied.v1", "{\"tally\":7}", null)).isEqualTo(new TestEvent.Counted(7));
        assertThatThrownBy(() -> new EventTypes(List.of(TestEvent.Opened.class), List.of(renamed)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
