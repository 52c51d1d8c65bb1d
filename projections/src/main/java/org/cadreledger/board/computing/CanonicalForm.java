package org.cadreledger.board.computing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.cadreledger.board.Board.GroupSummary;
import org.cadreledger.board.BoardList;
import org.cadreledger.board.computing.BoardContent.CategoryContent;
import org.cadreledger.board.computing.BoardContent.NotRankedRow;
import org.cadreledger.board.computing.BoardContent.Row;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that a board's seal is the hash of. What is written here is a promise to whoever checks a board
 * (ops/decisions/0004-board-seal.md): another form needs another number in the first line.
 */
final class CanonicalForm {
    private static final String FIRST_LINE = "cadre-ledger-board 1";

    private CanonicalForm() {}

    static byte[] bytes(BoardContent board) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(board, bytes);
        return bytes.toByteArray();
    }

    /** Streams: the form of a million rows is never held in memory. */
    static String seal(BoardContent board) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            write(board, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void write(BoardContent board, OutputStream out) {
        try {
            SealLines lines = new SealLines(out);
            line(lines, FIRST_LINE);
            line(lines, "jurisdiction", board.jurisdiction());
            line(lines, "period", board.period().toString());
            line(lines, "revision", Integer.toString(board.revision()));
            line(lines, "position", Long.toString(board.position()));
            for (CategoryContent category : board.categories()) {
                write(category, lines);
            }
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(CategoryContent content, SealLines lines) throws IOException {
        line(lines, "category", content.category().name());
        for (GroupSummary group : content.groups()) {
            line(
                    lines,
                    "group",
                    orEmpty(group.group()),
                    Integer.toString(group.ranked()),
                    Integer.toString(group.cuts().top()),
                    Integer.toString(group.cuts().bottom()),
                    Integer.toString(group.tiedAtCut().top()),
                    Integer.toString(group.tiedAtCut().bottom()));
        }
        for (Row row : content.rows()) {
            line(
                    lines,
                    "row",
                    Integer.toString(row.rank()),
                    row.cadreId(),
                    row.unit(),
                    orEmpty(row.group()),
                    row.total().toString(),
                    listName(row.list()));
        }
        for (NotRankedRow row : content.notRanked()) {
            line(lines, "not-ranked", row.cadreId(), row.reason().name());
        }
    }

    private static void line(SealLines lines, String... fields) throws IOException {
        for (String field : fields) {
            lines.field(field);
        }
        lines.end();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String listName(@Nullable BoardList list) {
        return list == null ? "" : list.name();
    }
}
