package org.cadreledger.facts;

/** Names of the log's streams (architecture.md "Write side"). */
public final class Streams {
    public static final String CATALOGUE = "catalogue";

    private static final String LEDGER = "ledger:";

    private Streams() {}

    public static String cadre(String cadreId) {
        return "cadre:" + cadreId;
    }

    public static String jurisdiction(String code) {
        return "jurisdiction:" + code;
    }

    public static String period(String jurisdiction, int year) {
        return "period:" + jurisdiction + ":" + year;
    }

    public static String ledger(String cadreId, int year) {
        return LEDGER + cadreId + ":" + year;
    }

    public static boolean isLedger(String stream) {
        return stream.startsWith(LEDGER);
    }

    /** Whose books a ledger's stream holds. */
    public static String cadreOf(String ledger) {
        return ledger.substring(LEDGER.length(), ledger.lastIndexOf(':'));
    }

    /** The year at the end of the name of a ledger's or a period's stream. */
    public static int yearOf(String stream) {
        return Integer.parseInt(stream.substring(stream.lastIndexOf(':') + 1));
    }

    public static String consequence(String cadreId) {
        return "consequence:" + cadreId;
    }
}
