package org.cadreledger.documents;

import java.util.Collection;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/** What documents are found by, in the database's own types. */
final class FieldValues {
    private FieldValues() {}

    static BsonValue bson(Object value) {
        return switch (value) {
            case String text -> new BsonString(text);
            case Boolean truth -> BsonBoolean.valueOf(truth);
            case Integer number -> new BsonInt64(number);
            case Long number -> new BsonInt64(number);
            case Collection<?> several -> array(several);
            case Selection.AnyOf any -> new BsonDocument("$in", array(any.values()));
            default -> new BsonString(value.toString());
        };
    }

    private static BsonArray array(Collection<?> values) {
        return new BsonArray(values.stream().map(FieldValues::bson).toList());
    }
}
