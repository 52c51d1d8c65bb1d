package org.cadreledger.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cadreledger.log.EventName;
import org.cadreledger.log.Personal;
import org.jspecify.annotations.Nullable;

/** Events with every kind of component that the domain uses. */
public sealed interface TestEvent {

    @EventName("test.opened.v1")
    record Opened(String id, @Personal @Nullable String name, LocalDate day) implements TestEvent {}

    @EventName("test.counted.v1")
    record Counted(int number) implements TestEvent {
        /** Looks like a property, and must not become one. */
        public boolean isEven() {
            return number % 2 == 0;
        }
    }

    @EventName("test.everything.v1")
    record Everything(
            String zulu,
            Score score,
            Span span,
            Level level,
            Instant at,
            @Nullable String missing,
            List<Item> items,
            Map<Span, Score> bySpan,
            @Personal @Nullable String account,
            @Personal @Nullable List<String> remarks,
            boolean alpha)
            implements TestEvent {}

    /** Points as the domain has them. */
    record Score(long hundredths) {
        public static Score parse(String text) {
            return new Score(Long.parseLong(text.replace(".", "")));
        }
    }

    /** A value that is a string outside. */
    sealed interface Span permits MonthSpan {
        static Span parse(String text) {
            return new MonthSpan(Integer.parseInt(text.substring(1)));
        }
    }

    record MonthSpan(int month) implements Span {
        @Override
        public String toString() {
            return "M" + month;
        }
    }

    record Item(String code, int max) {}

    enum Level {
        CITY,
        COUNTY;

        @Override
        public String toString() {
            return "level " + name();
        }
    }
}
