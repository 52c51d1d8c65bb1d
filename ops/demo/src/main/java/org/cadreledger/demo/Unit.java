package org.cadreledger.demo;

import java.util.Locale;

/** A township or a county department. */
record Unit(int number, String name, boolean township) {
    String clerk() {
        return String.format(Locale.ROOT, "clerk%02d", number);
    }

    /** The key of its group and posts in the texts. */
    String kind() {
        return township ? "TOWNSHIP" : "DEPARTMENT";
    }
}
