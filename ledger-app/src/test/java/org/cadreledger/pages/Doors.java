package org.cadreledger.pages;

import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.cadreledger.access.Role;
import org.cadreledger.security.PageTable;
import org.cadreledger.security.PageTable.Entry;

/** Every door of the table of the pages, and somebody of each role who knocks without a browser. */
final class Doors {
    private static final Map<String, String> USUAL = Map.of(
            "period", "2026-Q1", "month", "2026-03", "version", "1", "flag", "TALK", "step", "publish", "cadreId",
            "C0001");

    private final Bed bed;
    private final Map<Role, Caller> callers = new EnumMap<>(Role.class);

    Doors(Bed bed) {
        this.bed = bed;
    }

    static Stream<Entry> entries() {
        return PageTable.entries().stream().filter(entry -> !entry.pattern().endsWith("/**"));
    }

    Caller caller(Role role) {
        return callers.computeIfAbsent(role, one -> Caller.of(bed, bed.userWith(one)));
    }

    /** Of any role that may. */
    Caller oneOf(Entry entry) {
        return caller(entry.roles().stream().sorted().findFirst().orElseThrow());
    }

    static String path(Entry entry) {
        return path(entry, Map.of());
    }

    /** @param chosen in the place of what usually stands for these variables */
    static String path(Entry entry, Map<String, String> chosen) {
        Map<String, String> values = new HashMap<>(USUAL);
        values.putAll(chosen);
        return Stops.VARIABLE.matcher(entry.pattern()).replaceAll(name -> values.getOrDefault(name.group(1), "x1"));
    }

    static HttpResponse<String> call(Caller caller, Entry entry, String path) {
        return entry.method().equals("GET") ? caller.get(path) : caller.post(path, Map.of());
    }

    /** Of a refusal, in Chinese. */
    static String title(String problem) {
        return Texts.text(Language.CHINESE, "problem." + problem + ".title");
    }
}
