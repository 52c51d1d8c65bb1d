package org.cadreledger.evidence.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.cadreledger.access.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The files, kept by their content. */
public interface EvidenceFiles {
    /** @throws org.cadreledger.refusal.Refusal PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, INVALID_CONTENT */
    Stored store(MultipartFile file, Actor uploader, String key) throws IOException;

    Optional<Stored> find(String evidenceId);

    /** @throws IOException also when the file is gone */
    InputStream open(Stored file) throws IOException;

    /**
     * A file and who brought it.
     *
     * @param sha256 hex
     * @param size in bytes
     * @param uploader user name
     * @param jurisdiction county of the uploader; null when the account has none
     */
    record Stored(
            String evidenceId,
            String sha256,
            long size,
            String mediaType,
            @Nullable String fileName,
            String uploader,
            @Nullable String cadreId,
            @Nullable String jurisdiction) {}
}
