package org.cadreledger.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.zip.ZipOutputStream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.RandomAccessStore;
import org.h2.mvstore.SFChunk;
import org.h2.store.fs.encrypt.FileEncrypt;
import org.h2.store.fs.encrypt.FilePathEncrypt;
import org.jspecify.annotations.Nullable;

/** H2's storage of chunks over a {@link CheckedFile}, encrypted when there is a password. */
final class CheckedStore extends RandomAccessStore {
    private final CheckedFile file;
    private final FileChannel channel;
    /** Blocks of the file before the first that H2 counts. */
    private final int ahead;

    CheckedStore(CheckedFile file, char @Nullable [] password, Map<String, Object> settings) throws IOException {
        super(settings);
        this.file = file;
        this.channel = password == null
                ? file
                : new FileEncrypt(file.toString(), FilePathEncrypt.getPasswordBytes(password), file);
        this.ahead = password == null ? 0 : 1;
        init(file.toString(), false);
        setSize(channel.size());
    }

    /** Reads every block that holds something of the newest commit. */
    void checkContents() throws IOException {
        for (SFChunk chunk : getChunks().values()) {
            if (chunk.maxLenLive > 0) {
                file.check(ahead + chunk.block, chunk.len);
            }
        }
    }

    long bytesOnDisk() {
        return CheckedFile.bytesOnDisk(size()) + (long) ahead * CheckedFile.BLOCK_BYTES;
    }

    @Override
    public ByteBuffer readFully(SFChunk chunk, long position, int length) {
        return readFully(channel, position, length);
    }

    @Override
    protected void writeFully(SFChunk chunk, long position, ByteBuffer source) {
        int length = source.remaining();
        setSize(Math.max(size(), position + length));
        DataUtils.writeFully(channel, position, source);
        writeCount.incrementAndGet();
        writeBytes.addAndGet(length);
    }

    @Override
    protected void truncate(long size) {
        try {
            channel.truncate(size);
            setSize(size);
        } catch (IOException e) {
            throw DataUtils.newMVStoreException(DataUtils.ERROR_WRITING_FAILED, "cannot be cut to {0} bytes", size, e);
        }
    }

    @Override
    public void sync() {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw DataUtils.newMVStoreException(DataUtils.ERROR_WRITING_FAILED, "cannot be synced", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw DataUtils.newMVStoreException(DataUtils.ERROR_WRITING_FAILED, "cannot be closed", e);
        } finally {
            super.close();
        }
    }

    @Override
    public void open(String fileName, boolean readOnly, char[] encryptionKey) {
        throw new UnsupportedOperationException("it is open from the beginning");
    }

    @Override
    public CheckedStore open(String fileName, boolean readOnly) {
        throw new UnsupportedOperationException("there is no other file");
    }

    @Override
    public void backup(ZipOutputStream out) {
        throw new UnsupportedOperationException("a copy is taken of the file");
    }
}
