package org.cadreledger.archive;

import static org.cadreledger.archive.LineScanner.token;

import java.util.HashMap;
import java.util.Map;
import org.cadreledger.store.PersonalPart;

/** Reads a segment's personal parts; the chain of the commits says whether they are the right ones. */
final class PersonalLines {
    private static final byte[] ID = token("{\"_id\":");
    private static final byte[] PERSONAL = token(",\"personal\":{");
    private static final byte[] SALT = token(":{\"salt\":");
    private static final byte[] JSON = token(",\"json\":");
    private static final byte[] END_OF_PART = token("}");
    private static final byte[] COMMA = token(",");
    private static final byte[] END = token("}}\n");

    private final Map<Long, Map<Integer, PersonalPart>> parts = new HashMap<>();
    private long count;

    /** Takes all lines that there are. */
    void read(LineScanner scanner) {
        while (scanner.skips(ID)) {
            long position = scanner.number();
            scanner.expect(PERSONAL);
            Map<Integer, PersonalPart> ofCommit = new HashMap<>();
            do {
                int index = Integer.parseInt(scanner.plainString());
                scanner.expect(SALT);
                String salt = scanner.plainString();
                scanner.expect(JSON);
                ofCommit.put(index, new PersonalPart(salt, scanner.plainString()));
                scanner.expect(END_OF_PART);
                count++;
            } while (scanner.skips(COMMA));
            scanner.expect(END);
            parts.put(position, Map.copyOf(ofCommit));
        }
    }

    /** By position and index. */
    Map<Long, Map<Integer, PersonalPart>> parts() {
        return parts;
    }

    long count() {
        return count;
    }
}
