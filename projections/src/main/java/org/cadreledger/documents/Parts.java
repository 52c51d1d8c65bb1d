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
        return Math.floorMod(cadreId.hashCode(), COUNT);
    }

    /** The part that an event of that stream may change. */
    public static int of(String stream) {
        int separator = stream.indexOf(SEPARATOR);
        if (stream.startsWith("ledger:")) {
            return ofCadre(stream.substring(separator + 1, stream.lastIndexOf(SEPARATOR)));
        }
        return stream.startsWith("cadre:") || stream.startsWith("consequence:")
                ? ofCadre(stream.substring(separator + 1))
                : 0;
    }
}
