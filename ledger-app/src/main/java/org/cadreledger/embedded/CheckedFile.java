package org.cadreledger.embedded;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.h2.store.fs.FileBaseDefault;
import org.jspecify.annotations.Nullable;

/**
 * The file on disk: a {@link FileHead}, then blocks of 4,096 bytes, each with a CRC-32C over its number and contents, since H2's
 * pages carry none. What is read from it is what was written, or the reading fails.
 */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // reading and writing at a position need no turns
final class CheckedFile extends FileBaseDefault {
    static final int BLOCK_BYTES = 4 * 1024;
    private static final int STRIDE = BLOCK_BYTES + Integer.BYTES;
    /** A buffer from 512 KiB on is "humongous" to the collector: a few of them a second, and it marks the whole heap again and again. */
    private static final int BLOCKS_AT_ONCE = 64;

    private final Path path;
    private final FileChannel base;
    private final FileLock lock;
    private volatile long blocks;
    /** While H2 looks for the newest whole commit, blocks that a crash tore are to be expected: they read as zeros. */
    private volatile boolean lenient = true;

    private volatile @Nullable IOException damage;
    private volatile Consumer<IOException> onDamage = problem -> {};

    CheckedFile(Path path, FileChannel base, FileLock lock) throws IOException {
        this.path = path;
        this.base = base;
        this.lock = lock;
        this.blocks = Math.max(0, base.size() - FileHead.BYTES) / STRIDE;
    }

    /** From here on a damaged block is an error, of which this one is told. */
    void failOnDamage(Consumer<IOException> told) {
        onDamage = told;
        lenient = false;
    }

    void failOnDamage() {
        lenient = false;
    }

    /** The first damage met so far, if any. */
    @Nullable
    IOException damage() {
        return damage;
    }

    /** Notes that the commit of this version and all before it are synced, so that their loss would be noticed. */
    void noteDurable(long version) throws IOException {
        FileHead.noteDurable(base, version);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        int wanted = (int) Math.min(target.remaining(), size() - position);
        if (wanted <= 0) {
            return target.hasRemaining() ? -1 : 0;
        }
        long first = position / BLOCK_BYTES;
        int offset = (int) (position - first * BLOCK_BYTES);
        int count = Math.ceilDiv(offset + wanted, BLOCK_BYTES);
        ByteBuffer raw = readRaw(first, count);
        for (int left = wanted, i = 0; left > 0; i++, offset = 0) {
            int part = Math.min(left, BLOCK_BYTES - offset);
            boolean whole = raw.getInt(i * STRIDE + BLOCK_BYTES) == checksum(first + i, raw, i * STRIDE);
            if (whole) {
                target.put(raw.slice(i * STRIDE + offset, part));
            } else {
                damaged(first + i);
                target.put(new byte[part]);
            }
            left -= part;
        }
        return wanted;
    }

    /** Reads blocks for their checksums alone. */
    void check(long first, long count) throws IOException {
        for (long next = first; next < first + count; next += BLOCKS_AT_ONCE) {
            int some = (int) Math.min(BLOCKS_AT_ONCE, first + count - next);
            if (next + some > blocks) {
                throw new EOFException("the file ends at block " + blocks + ", and should have " + (next + some));
            }
            ByteBuffer raw = readRaw(next, some);
            for (int i = 0; i < some; i++) {
                if (raw.getInt(i * STRIDE + BLOCK_BYTES) != checksum(next + i, raw, i * STRIDE)) {
                    damaged(next + i);
                }
            }
        }
    }

    private ByteBuffer readRaw(long first, int count) throws IOException {
        ByteBuffer raw = ByteBuffer.allocate(count * STRIDE);
        long position = place(first);
        while (raw.hasRemaining()) {
            int read = base.read(raw, position + raw.position());
            if (read < 0) {
                throw new EOFException("the file ends within block " + (first + raw.position() / STRIDE));
            }
        }
        return raw.flip();
    }

    private void damaged(long block) throws IOException {
        IOException problem = new IOException("the block at byte " + place(block) + " of " + path + " is damaged");
        if (damage == null) {
            damage = problem;
        }
        if (!lenient) {
            onDamage.accept(problem);
            throw problem;
        }
    }

    /** Whole blocks only, as H2 writes them. */
    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        int length = source.remaining();
        if (position % BLOCK_BYTES != 0 || length % BLOCK_BYTES != 0) {
            throw new IOException("not whole blocks: " + length + " bytes at " + position);
        }
        long first = position / BLOCK_BYTES;
        int count = length / BLOCK_BYTES;
        for (int done = 0; done < count; done += BLOCKS_AT_ONCE) {
            writeBlocks(source, first + done, Math.min(BLOCKS_AT_ONCE, count - done));
        }
        blocks = Math.max(blocks, first + count);
        return length;
    }

    private void writeBlocks(ByteBuffer source, long first, int count) throws IOException {
        ByteBuffer raw = ByteBuffer.allocate(count * STRIDE);
        for (int i = 0; i < count; i++) {
            raw.put(i * STRIDE, source, source.position() + i * BLOCK_BYTES, BLOCK_BYTES);
            raw.putInt(i * STRIDE + BLOCK_BYTES, checksum(first + i, raw, i * STRIDE));
        }
        while (raw.hasRemaining()) {
            base.write(raw, place(first) + raw.position());
        }
        source.position(source.position() + count * BLOCK_BYTES);
    }

    private static int checksum(long block, ByteBuffer raw, int start) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(0, block));
        crc.update(raw.slice(start, BLOCK_BYTES));
        return (int) crc.getValue();
    }

    private static long place(long block) {
        return FileHead.BYTES + block * STRIDE;
    }

    @Override
    public long size() {
        return blocks * BLOCK_BYTES;
    }

    /** Bytes on disk. */
    static long bytesOnDisk(long size) {
        return place(size / BLOCK_BYTES);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        long kept = Math.ceilDiv(size, BLOCK_BYTES);
        if (kept < blocks) {
            base.truncate(place(kept));
            blocks = kept;
        }
    }

    @Override
    public void force(boolean metaData) throws IOException {
        base.force(metaData);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        try (base) {
            lock.release();
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
