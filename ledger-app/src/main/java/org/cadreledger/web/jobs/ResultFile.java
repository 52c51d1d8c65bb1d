package org.cadreledger.web.jobs;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.cadreledger.refusal.Refusal;
import org.springframework.http.MediaType;

/**
 * What a long action has written for its user to take away. It lies in {@code java.io.tmpdir}, is this user's alone and
 * has no name there once it is open: nothing is left when it is closed, nor when the program is killed.
 */
public final class ResultFile implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;
    private static final int BYTES_A_GIGABYTE = 1024 * 1024 * 1024;

    private final String name;
    private final MediaType type;
    private final FileChannel content;
    private final long mostBytes;
    private long size;

    private ResultFile(String name, MediaType type, FileChannel content, long mostBytes) {
        this.name = name;
        this.type = type;
        this.content = content;
        this.mostBytes = mostBytes;
    }

    /** @param name under which a browser saves it */
    static ResultFile open(String name, MediaType type, long mostBytes) {
        try {
            Path path = Files.createTempFile("ledger-result", null);
            return new ResultFile(
                    name,
                    type,
                    FileChannel.open(
                            path,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE),
                    mostBytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return name;
    }

    public MediaType type() {
        return type;
    }

    /** In bytes. */
    public synchronized long size() {
        return size;
    }

    /** False when newer results have taken its place. */
    public boolean isThere() {
        return content.isOpen();
    }

    /**
     * Adds at the end.
     *
     * @throws Refusal INVALID_CONTENT field {@code file} when it would be longer than a result may be
     */
    public synchronized void write(ByteBuffer bytes) throws IOException {
        if (size + bytes.remaining() > mostBytes) {
            throw Refusal.field("file", "result-too-large", mostBytes / BYTES_A_GIGABYTE);
        }
        while (bytes.hasRemaining()) {
            size += content.write(bytes, size);
        }
    }

    /** Adds at the end, with the same bound; closing it leaves the file open. */
    public OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                write(new byte[] {(byte) single}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                ResultFile.this.write(ByteBuffer.wrap(bytes, from, count));
            }
        };
    }

    /** The whole of it as it is now; several may read at the same time. */
    public void copyTo(OutputStream out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long at = 0;
        for (int read = content.read(buffer, at); read >= 0; read = content.read(buffer.clear(), at)) {
            out.write(buffer.array(), 0, read);
            at += read;
        }
    }

    @Override
    public void close() {
        try {
            content.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
