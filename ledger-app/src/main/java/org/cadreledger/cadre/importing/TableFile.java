package org.cadreledger.cadre.importing;

import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;

/** Tells xlsx from csv by the leading bytes and reads either. */
final class TableFile {
    /** Ten times what 20,000 rows need. */
    static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private TableFile() {}

    /**
     * @throws Refusal PAYLOAD_TOO_LARGE; UNSUPPORTED_MEDIA_TYPE for neither xlsx nor text; field {@code file} for an
     *     empty, broken or overlong one
     */
    static Table read(byte[] file) {
        if (file.length == 0) {
            throw Refusal.field("file", "required");
        }
        if (file.length > MOST_BYTES) {
            throw Refusal.of(Reason.PAYLOAD_TOO_LARGE, MOST_BYTES);
        }
        Table table = startsWith(file, ZIP) ? WorkbookTable.read(file) : CsvTable.read(file);
        if (table.rows().isEmpty()) {
            throw Refusal.field("file", "no-rows");
        }
        return table;
    }

    private static boolean startsWith(byte[] file, byte[] magic) {
        if (file.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (file[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
