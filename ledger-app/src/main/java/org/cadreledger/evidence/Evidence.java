package org.cadreledger.evidence;

import java.time.Instant;
import org.cadreledger.ledger.EvidenceRef;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody uploaded.
 *
 * @param sha256 of its content, lower-case hex
 * @param size in bytes, at most {@value EvidenceStore#MOST_BYTES}
 * @param mediaType as its leading bytes say
 * @param fileName as the uploader named it, without path and control characters
 * @param by user who uploaded it
 * @param cadreId the cadre that the uploader is; null for staff and clerks
 * @param jurisdiction the county that the uploader is confined to, if any
 */
public record Evidence(
        String evidenceId,
        String sha256,
        long size,
        String mediaType,
        String fileName,
        String by,
        @Nullable String cadreId,
        @Nullable String jurisdiction,
        Instant at) {
    public EvidenceRef ref() {
        return new EvidenceRef(evidenceId, sha256);
    }
}
