package org.cadreledger.archive;

import java.util.Map;
import java.util.TreeMap;
import org.cadreledger.store.Commit;
import org.cadreledger.store.PersonalPart;
import org.cadreledger.store.StoredEvent;
import org.jspecify.annotations.Nullable;

/** The lines of an export (ops/export-format.md), each ended by a line feed. */
final class ExportLines {
    static final String COMMITS = "cadre-ledger-log";
    static final String PERSONAL = "cadre-ledger-personal";
    static final int VERSION = 1;

    private ExportLines() {}

    static void opening(JsonBytes out, long from, String before) {
        opening(out, COMMITS, from);
        out.plain(",\"before\":").string(before).plain("}\n");
    }

    static void openingOfPersonal(JsonBytes out, long from) {
        opening(out, PERSONAL, from);
        out.plain("}\n");
    }

    private static void opening(JsonBytes out, String format, long from) {
        out.plain("{\"format\":").string(format).plain(",\"version\":").number(VERSION);
        out.plain(",\"from\":").number(from);
    }

    static void closing(JsonBytes out, long to, long commits, long events, String head) {
        out.plain("{\"to\":").number(to).plain(",\"commits\":").number(commits);
        out.plain(",\"events\":")
                .number(events)
                .plain(",\"head\":")
                .string(head)
                .plain("}\n");
    }

    static void closingOfPersonal(JsonBytes out, long to, long parts) {
        out.plain("{\"to\":").number(to).plain(",\"parts\":").number(parts).plain("}\n");
    }

    static void commit(JsonBytes out, Commit commit) {
        out.plain("{\"_id\":").number(commit.position());
        out.plain(",\"k\":").string(commit.k());
        optional(out, ",\"bh\":", commit.bodyHash());
        optional(out, ",\"answer\":", commit.answer());
        out.plain(",\"by\":").string(commit.by());
        out.plain(",\"t\":").number(commit.at().toEpochMilli());
        out.plain(",\"keys\":[");
        String comma = "";
        for (String key : commit.keys()) {
            out.plain(comma).string(key);
            comma = ",";
        }
        out.plain("],\"events\":[");
        comma = "";
        for (StoredEvent event : commit.events()) {
            event(out.plain(comma), event);
            comma = ",";
        }
        out.plain("],\"alg\":").string(commit.algorithm());
        out.plain(",\"prev\":").string(commit.previous());
        out.plain(",\"hash\":").string(commit.hash()).plain("}\n");
    }

    private static void event(JsonBytes out, StoredEvent event) {
        out.plain("{\"id\":").string(event.id());
        out.plain(",\"stream\":").string(event.stream());
        out.plain(",\"type\":").string(event.type());
        out.plain(",\"seq\":").number(event.sequence());
        out.plain(",\"name\":").string(event.name());
        optional(out, ",\"jurisdiction\":", event.jurisdiction());
        out.plain(",\"payload\":").string(event.payload());
        optional(out, ",\"personalHash\":", event.personalHash());
        out.plain("}");
    }

    private static void optional(JsonBytes out, String name, @Nullable String value) {
        if (value != null) {
            out.plain(name).string(value);
        }
    }

    static void personal(JsonBytes out, Commit commit) {
        out.plain("{\"_id\":").number(commit.position()).plain(",\"personal\":{");
        String comma = "";
        for (Map.Entry<Integer, PersonalPart> part : new TreeMap<>(commit.personal()).entrySet()) {
            out.plain(comma).string(part.getKey().toString()).plain(":{\"salt\":");
            out.string(part.getValue().salt()).plain(",\"json\":");
            out.string(part.getValue().json()).plain("}");
            comma = ",";
        }
        out.plain("}}\n");
    }
}
