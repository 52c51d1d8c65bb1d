package org.cadreledger.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    private static final String ZIP_MAGIC = "PK\u0003\u0004";
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String WORD_MAIN = "word/document.xml";
    private static final String SHEET_MAIN = "xl/workbook.xml";

    /** @param bytes one character each */
    private record Magic(String mediaType, String bytes) {}

    private static final List<Magic> MAGICS = List.of(
            new Magic(PDF, "%PDF-"), new Magic(PNG, "\u0089PNG\r\n\u001A\n"), new Magic(JPEG, "\u00FF\u00D8\u00FF"));

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

    private static boolean startsWith(byte[] file, String magic) {
        int length = Math.min(file.length, magic.length());
        return new String(file, 0, length, StandardCharsets.ISO_8859_1).equals(magic);
    }
}
