package org.cadreledger.evidence;

import java.io.IOException;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Knows the allowed kinds of files by what is in them, never by their names (http-api.md, evidence). */
final class MediaTypes {
    static final String PDF = "application/pdf";
    static final String PNG = "image/png";
    static final String JPEG = "image/jpeg";
    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Far above what an office program writes. */
    private static final int MOST_PARTS = 10_000;

    private static final int[] ZIP_MAGIC = {'P', 'K', 3, 4};
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String WORD_MAIN = "word/document.xml";
    private static final String SHEET_MAIN = "xl/workbook.xml";

    private record Magic(String mediaType, int... bytes) {}

    private static final List<Magic> MAGICS = List.of(
            new Magic(PDF, '%', 'P', 'D', 'F', '-'),
            new Magic(PNG, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'),
            new Magic(JPEG, 0xFF, 0xD8, 0xFF));

    private MediaTypes() {}

    static Optional<String> of(byte[] file) {
        if (startsWith(file, ZIP_MAGIC)) {
            return ofArchive(file);
        }
        return MAGICS.stream()
                .filter(magic -> startsWith(file, magic.bytes()))
                .map(Magic::mediaType)
                .findFirst();
    }

    /** Reads the archive's directory only: nothing is inflated, so a bomb costs nothing. */
    private static Optional<String> ofArchive(byte[] file) {
        try (ZipFile archive = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .setIgnoreLocalFileHeader(true)
                .get()) {
            Set<String> parts = new HashSet<>();
            Enumeration<ZipArchiveEntry> entries = archive.getEntries();
            while (entries.hasMoreElements() && parts.size() <= MOST_PARTS) {
                parts.add(entries.nextElement().getName());
            }
            if (parts.size() > MOST_PARTS || !parts.contains(CONTENT_TYPES)) {
                return Optional.empty();
            }
            if (parts.contains(WORD_MAIN)) {
                return Optional.of(DOCX);
            }
            return parts.contains(SHEET_MAIN) ? Optional.of(XLSX) : Optional.empty();
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean startsWith(byte[] file, int[] magic) {
        if (file.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((file[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
