package org.cadreledger.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The file's first 4,096 bytes: what it is, and the version of a commit that was on disk when this was written. H2 falls back
 * to an older commit when the newest cannot be read. After a crash that is right, since an unfinished commit was never
 * acknowledged; but a file whose newest commit is older than the one noted here has lost what was acknowledged.
 */
final class FileHead {
    static final int BYTES = 4 * 1024;
    private static final byte[] MARK = "CadreLedger\0db1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MARK_OF_FORMAT = "CadreLedger\0db".length();
    /** Two places, used in turn and in different sectors, so that a torn one leaves the other. */
    private static final int NOTES = 1024;

    private FileHead() {}

    /**
     * Makes an empty file one of ours, or checks that it is.
     *
     * @return the version last noted as durable, 0 for a new file
     */
    static long read(FileChannel base, Path path) throws IOException {
        long size = base.size();
        ByteBuffer head = ByteBuffer.allocate(BYTES);
        while (head.position() < Math.min(size, BYTES)) {
            base.read(head, head.position());
        }
        boolean nothing = size <= BYTES && Arrays.equals(head.array(), new byte[BYTES]);
        if (nothing) {
            head.put(0, MARK);
            head.put((int) place(0), note(0).array()).put((int) place(1), note(0).array());
            writeFully(base, head.clear(), 0);
        } else if (!Arrays.equals(head.array(), 0, MARK.length, MARK, 0, MARK.length)) {
            throw foreign(head.array(), path);
        }
        long durable = Math.max(noted(head, 0), noted(head, 1));
        if ((size < BYTES && !nothing) || durable < 0) {
            throw UnusableDatabase.damaged("the file's head is cut off or overwritten", path, null);
        }
        return durable;
    }

    private static UnusableDatabase foreign(byte[] head, Path path) {
        if (Arrays.equals(head, 0, MARK_OF_FORMAT, MARK, 0, MARK_OF_FORMAT)) {
            return new UnusableDatabase("a newer version wrote it", path, "Start that version", null);
        }
        String start = new String(head, 0, "H2encrypt".length(), StandardCharsets.US_ASCII);
        if (start.startsWith("H:2,") || start.equals("H2encrypt")) {
            return new UnusableDatabase(
                    "a version before 0.1.0 wrote it",
                    path,
                    "Start that version, or set LEDGER_EMBEDDED_DIRECTORY to another directory",
                    null);
        }
        return UnusableDatabase.damaged("the file's head is not that of an embedded database", path, null);
    }

    static void noteDurable(FileChannel base, long version) throws IOException {
        writeFully(base, note(version), place(version));
    }

    private static ByteBuffer note(long version) {
        return ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(version)
                .putInt(checksum(version))
                .flip();
    }

    private static void writeFully(FileChannel base, ByteBuffer bytes, long position) throws IOException {
        while (bytes.hasRemaining()) {
            base.write(bytes, position + bytes.position());
        }
    }

    /** -1 when it is not whole. */
    private static long noted(ByteBuffer head, int which) {
        long version = head.getLong((int) place(which));
        return head.getInt((int) place(which) + Long.BYTES) == checksum(version) ? version : -1;
    }

    private static long place(long version) {
        return NOTES * (1 + (version & 1));
    }

    private static int checksum(long version) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(0, version));
        return (int) crc.getValue();
    }
}
