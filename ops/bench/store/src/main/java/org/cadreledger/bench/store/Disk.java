package org.cadreledger.bench.store;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.HdrHistogram.Histogram;
import org.bson.Document;

/** The two times below which no durable append can be: a sync of the disk and a round trip to the server. Medians, in microseconds. */
final class Disk {
    private static final int TIMES = 300;
    private static final int BLOCK = 4_096;

    private Disk() {}

    static double sync(Path directory) throws IOException {
        Histogram times = new Histogram(3);
        Path file = Files.createTempFile(directory, "sync", ".tmp");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            for (int i = 0; i < TIMES; i++) {
                long start = System.nanoTime();
                channel.write(block.rewind(), (long) i * BLOCK);
                channel.force(false);
                times.recordValue(System.nanoTime() - start);
            }
        } finally {
            Files.delete(file);
        }
        return times.getValueAtPercentile(50) / 1e3;
    }

    static double roundTrip(MongoDatabase database) {
        Histogram times = new Histogram(3);
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            database.runCommand(new Document("ping", 1));
            times.recordValue(System.nanoTime() - start);
        }
        return times.getValueAtPercentile(50) / 1e3;
    }
}
