package org.cadreledger.documents;

/**
 * Parts into which the documents of a group fall: what one stream says changes documents of one part alone. So parts can be
 * folded one without the other. The streams of a cadre make one part together, whatever does not belong to a cadre is in
 * part 0.
 */
public final class Parts {
    /** For ever: {@code roster} keeps a county in as many documents. */
    public static final int COUNT = 16;

    private static final char SEPARATOR = ':';

    private Parts() {}

    /** The part of a cadre's documents, from 0. */
    public static int ofCadre(String cadreId) {
        return part(cadreId, 0, cadreId.length());
    }

    /** The part that an event of that stream may change. */
    public static int of(String stream) {
        int begin = stream.indexOf(SEPARATOR) + 1;
        if (stream.startsWith("ledger:")) {
            return part(stream, begin, stream.lastIndexOf(SEPARATOR));
        }
        return stream.startsWith("cadre:") || stream.startsWith("consequence:")
                ? part(stream, begin, stream.length())
                : 0;
    }

    /** The highest bits of a mixed hash: hash maps use the lowest ones, which must differ within a part. */
    private static int part(String text, int begin, int end) {
        int hash = 0;
        for (int i = begin; i < end; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return (hash * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(COUNT - 1);
    }
}
