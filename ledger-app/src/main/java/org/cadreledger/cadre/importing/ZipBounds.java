package org.cadreledger.cadre.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.cadreledger.refusal.Refusal;

/**
 * Inflates a workbook once without keeping it, to know that it fits into memory before the parser does so. POI's own
 * limits (a ratio of 1 to 100, 4 GB a part) still let ten megabytes become one gigabyte. Reads with the same library as
 * POI, so that both see the same parts.
 */
final class ZipBounds {
    static final int MOST_PARTS = 1_000;

    /** 20,000 rows of all columns take some 15 MB. */
    static final long MOST_INFLATED = 64L * 1024 * 1024;

    /** Styles, themes and the like, which are kept as trees. */
    static final long MOST_INFLATED_OTHER = 4L * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;

    private ZipBounds() {}

    /** @throws Refusal field {@code file} for a bomb or a broken archive */
    static void check(byte[] file) {
        byte[] buffer = new byte[BUFFER];
        long total = 0;
        int parts = 0;
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new ByteArrayInputStream(file))) {
            for (ZipArchiveEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                long most = isTable(part.getName()) ? MOST_INFLATED : MOST_INFLATED_OTHER;
                long size = 0;
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    size += read;
                    total += read;
                    require(size <= most && total <= MOST_INFLATED);
                }
                require(++parts <= MOST_PARTS);
            }
        } catch (IOException | IllegalArgumentException _) {
            // the latter for names and fields that are none
            throw Table.unreadable();
        }
        if (parts == 0) {
            throw Table.unreadable();
        }
    }

    private static boolean isTable(String name) {
        return name.startsWith("xl/worksheets/") || name.equals("xl/sharedStrings.xml") || name.startsWith("xl/media/");
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw Refusal.field("file", "archive-too-large");
        }
    }
}
