package org.cadreledger.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;

/** A stored document: its BSON. */
final class BsonBytes {
    private static final int MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;
    private static final int OBJECT_TOO_LARGE = 10334;
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
        return Arrays.copyOf(buffer.array(), length);
    }

    static Document decode(byte[] stored) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(stored));
    }
}
