package org.cadreledger.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** A stored document: its BSON and a CRC-32C over it, since the file's pages carry no checksum of their contents. */
final class BsonBytes {
    private static final int MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;
    private static final int OBJECT_TOO_LARGE = 10334;
    private static final int DATA_CORRUPTION = 366;
    private static final int TYPICAL_BYTES = 512;

    private BsonBytes() {}

    static byte[] encode(Document document) {
        ByteBuf buffer = Unpooled.buffer(TYPICAL_BYTES);
        BsonEncoder.encodeDocument(document, buffer);
        int length = buffer.writerIndex();
        if (length > MAX_DOCUMENT_BYTES) {
            throw new MongoServerError(
                    OBJECT_TOO_LARGE, "BSONObjectTooLarge", "a document of " + length + " bytes is over 16 MB");
        }
        buffer.writeIntLE(checksum(buffer.array(), length));
        return Arrays.copyOf(buffer.array(), length + Integer.BYTES);
    }

    static Document decode(byte[] stored) {
        int length = stored.length - Integer.BYTES;
        ByteBuf buffer = Unpooled.wrappedBuffer(stored);
        if (length < Integer.BYTES || buffer.getIntLE(length) != checksum(stored, length)) {
            throw new MongoServerError(
                    DATA_CORRUPTION, "DataCorruptionDetected", "a stored document is damaged; restore a backup");
        }
        return BsonDecoder.decodeBson(buffer);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
