package org.cadreledger.log.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.store.Commit;
import org.cadreledger.store.StoredEvent;
import org.cadreledger.web.Checks;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an auditor looks for; each part that is given narrows it.
 *
 * @param about a cadre's id, or a stream such as {@code period:qinghe:2026}
 * @param type stored name of an event, for example {@code ledger.claim-approved.v1}
 * @param user who acted
 * @param since first day
 * @param until last day
 * @param fromPosition first position
 * @param toPosition last position
 */
public record LogFilter(
        @Nullable String about,
        @Nullable String type,
        @Nullable String user,
        @Nullable String since,
        @Nullable String until,
        @Nullable String fromPosition,
        @Nullable String toPosition) {

    /** The same, read: positions and times that a search can use. */
    record Read(
            String about,
            String type,
            String user,
            @Nullable Instant since,
            @Nullable Instant until,
            long fromPosition,
            long toPosition) {
        boolean takes(Commit commit) {
            return (user.isEmpty() || commit.by().equals(user))
                    && ((type.isEmpty() && about.isEmpty())
                            || commit.events().stream().anyMatch(this::takes));
        }

        private boolean takes(StoredEvent event) {
            return (type.isEmpty() || event.name().equals(type)) && (about.isEmpty() || isAbout(event));
        }

        /** A stream is about whom it names; an event of another stream when it names the cadre, as an objection does. */
        private boolean isAbout(StoredEvent event) {
            String stream = event.stream();
            return stream.equals(about)
                    || stream.equals("cadre:" + about)
                    || stream.equals("consequence:" + about)
                    || stream.startsWith("ledger:" + about + ":")
                    || event.payload().contains("\"cadreId\":\"" + about + "\"");
        }
    }

    /** @throws Refusal INVALID_CONTENT */
    Read read(ZoneId zone) {
        LocalDate last = day("until", until);
        LocalDate first = day("since", since);
        return new Read(
                said(about),
                said(type),
                said(user),
                first == null ? null : first.atStartOfDay(zone).toInstant(),
                last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant(),
                position("fromPosition", fromPosition, 1),
                position("toPosition", toPosition, Long.MAX_VALUE));
    }

    private static @Nullable LocalDate day(String field, @Nullable String text) {
        if (said(text).isEmpty()) {
            return null;
        }
        Checks checks = new Checks();
        return checks.valid(checks.date(field, said(text)));
    }

    private static long position(String field, @Nullable String text, long otherwise) {
        String digits = said(text);
        if (digits.isEmpty()) {
            return otherwise;
        }
        if (!digits.matches("\\d{1,18}")) {
            throw Refusal.field(field, "position");
        }
        return Math.max(1, Long.parseLong(digits));
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** @param after position that the list goes on from; null from the beginning */
    String address(String path, @Nullable Long after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        List<Object> values = new ArrayList<>();
        put(address, values, "about", about);
        put(address, values, "type", type);
        put(address, values, "user", user);
        put(address, values, "since", since);
        put(address, values, "until", until);
        put(address, values, "fromPosition", fromPosition);
        put(address, values, "toPosition", toPosition);
        put(address, values, "after", after);
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }

    private static void put(UriComponentsBuilder address, List<Object> values, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            address.queryParam(name, "{" + name + "}");
            values.add(value);
        }
    }
}
