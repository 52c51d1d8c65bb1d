package org.cadreledger.evidence;

import java.time.Instant;
import org.bson.Document;

/** An upload as a document. Times are texts: the database would cut them to milliseconds. */
final class EvidenceDocument {
    private EvidenceDocument() {}

    static Document write(Evidence evidence) {
        return new Document("_id", evidence.evidenceId())
                .append("sha256", evidence.sha256())
                .append("size", evidence.size())
                .append("mediaType", evidence.mediaType())
                .append("fileName", evidence.fileName())
                .append("by", evidence.by())
                .append("cadreId", evidence.cadreId())
                .append("jurisdiction", evidence.jurisdiction())
                .append("at", evidence.at().toString());
    }

    static Evidence read(Document document) {
        return new Evidence(
                document.getString("_id"),
                document.getString("sha256"),
                document.get("size", Number.class).longValue(),
                document.getString("mediaType"),
                document.getString("fileName"),
                document.getString("by"),
                document.getString("cadreId"),
                document.getString("jurisdiction"),
                Instant.parse(document.getString("at")));
    }
}
