package org.cadreledger.cadre.api;

import java.io.IOException;
import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.dispatch.CommandKey;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Registers the cadres of a spreadsheet. */
public interface CadreImport {
    /**
     * @param strict checks every row before writing any
     * @throws org.cadreledger.refusal.Refusal INVALID_CONTENT, UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE
     */
    Report run(MultipartFile file, boolean strict, Actor actor, CommandKey key) throws IOException;

    /** @param position that the last row reached; 0 when nothing was written */
    record Report(int imported, int updated, List<RejectedRow> rejected, long position) {}

    /**
     * @param row number in the file, from 1
     * @param code message {@code field.<code>} in the bundles
     */
    record RejectedRow(int row, @Nullable String column, String code, List<Object> arguments) {}
}
