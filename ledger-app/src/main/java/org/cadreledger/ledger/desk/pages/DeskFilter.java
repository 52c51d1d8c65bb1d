package org.cadreledger.ledger.desk.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cadreledger.ledger.PendingItems.DeskState;
import org.cadreledger.ledger.PendingItems.Filter;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of a desk somebody looks at; it lives in the address, so that it survives reloading, can be sent on, and is kept by every
 * act. What makes no sense in an address is as if it were not there.
 *
 * @param days only what has waited longer than so many days; null for all
 * @param text in the cadre's id, name or the matter
 * @param after cursor of the part of the list; null for the first
 */
public record DeskFilter(
        DeskState state,
        @Nullable Month month,
        @Nullable String unit,
        @Nullable String rule,
        @Nullable Integer days,
        @Nullable String text,
        @Nullable String after) {
    /** Ages that the form offers, in days. */
    public static final List<Integer> AGES = List.of(3, 7, 14, 30);

    private static final int LONGEST = 200;
    private static final int LONGEST_CURSOR = 500;

    static DeskFilter of(HttpServletRequest request, DeskState otherwise) {
        return new DeskFilter(
                state(text(request, "state", LONGEST), otherwise),
                month(text(request, "month", LONGEST)),
                text(request, "unit", LONGEST),
                text(request, "rule", LONGEST),
                days(text(request, "age", LONGEST)),
                text(request, "q", LONGEST),
                text(request, "after", LONGEST_CURSOR));
    }

    private static @Nullable String text(HttpServletRequest request, String name, int longest) {
        String value = request.getParameter(name);
        return value == null || value.isBlank() || value.length() > longest ? null : value.strip();
    }

    private static DeskState state(@Nullable String text, DeskState otherwise) {
        for (DeskState state : DeskState.values()) {
            // a desk of claims never shows what the department entered, nor the other way round
            if (state.name().equals(text) && (state == DeskState.UNCONFIRMED) == (otherwise == DeskState.UNCONFIRMED)) {
                return state;
            }
        }
        return otherwise;
    }

    private static @Nullable Month month(@Nullable String text) {
        try {
            return text == null ? null : Month.parse(text);
        } catch (IllegalArgumentException e) {
            return null; // an address that somebody has bent
        }
    }

    private static @Nullable Integer days(@Nullable String text) {
        return AGES.stream()
                .filter(days -> days.toString().equals(text))
                .findFirst()
                .orElse(null);
    }

    Filter at(Instant now) {
        Instant before = days == null ? null : now.minus(Duration.ofDays(days));
        return new Filter(state, month, unit, rule, before, text);
    }

    public boolean narrowed() {
        return month != null || unit != null || rule != null || days != null || text != null;
    }

    public DeskFilter with(DeskState other) {
        return new DeskFilter(other, month, unit, rule, days, text, null);
    }

    public DeskFilter from(@Nullable String cursor) {
        return new DeskFilter(state, month, unit, rule, days, text, cursor);
    }

    /** With the leading question mark, encoded. */
    public String query() {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance().queryParam("state", state);
        put(query, "month", month);
        put(query, "unit", unit);
        put(query, "rule", rule);
        put(query, "age", days);
        put(query, "q", text);
        put(query, "after", after);
        return query.encode().build().toUriString();
    }

    private static void put(UriComponentsBuilder query, String name, @Nullable Object value) {
        if (value != null) {
            // a template variable, so that everything of the value is encoded
            query.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, value.toString()));
        }
    }
}
