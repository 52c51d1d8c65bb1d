package org.cadreledger.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/**
 * The text of a packed file in memory, for as long as it is read. Its place is used again for the next one: arrays of some
 * MB, thousands of them in a rebuild, would keep the garbage collector marking all the time.
 */
final class UnpackedText {
    /** A segment's text is a few MB, one commit at most 15 MB before escaping: more than this was not written by us. */
    private static final long MOST_BYTES = 256L << 20;

    private static final int ISIZE_BYTES = 4;

    /** So that the next text, a little longer, fits too. */
    private static final int SPARE_PART = 4;

    private static final int KEPT = 4;

    private static final Queue<SoftReference<byte[]>> UNUSED = new ArrayBlockingQueue<>(KEPT);

    private UnpackedText() {}

    /**
     * What {@code reading} makes of the text; it must not keep the scanner.
     *
     * @throws IOException when the file cannot be read or is not what was written
     */
    static <T> T read(Path file, Function<LineScanner, T> reading) throws IOException {
        byte[] packed = Files.readAllBytes(file);
        if (packed.length < ISIZE_BYTES) {
            throw new IOException("cut off");
        }
        // where gzip says how long the text is
        long size = Integer.toUnsignedLong(
                ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).getInt(packed.length - ISIZE_BYTES));
        if (size > MOST_BYTES) {
            throw new IOException("longer than any segment: " + size + " bytes");
        }
        byte[] text = place((int) size);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16)) {
            if (in.readNBytes(text, 0, (int) size) != size || in.read() >= 0) {
                throw new IOException("not as long as it says");
            }
            return reading.apply(new LineScanner(text, (int) size));
        } finally {
            UNUSED.offer(new SoftReference<>(text));
        }
    }

    private static byte[] place(int size) {
        SoftReference<byte[]> unused = UNUSED.poll();
        byte[] known = unused == null ? null : unused.get();
        return known != null && known.length >= size ? known : new byte[size + size / SPARE_PART];
    }
}
