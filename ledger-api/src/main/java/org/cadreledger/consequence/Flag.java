package org.cadreledger.consequence;

/** What follows from boards (source 004, V). */
public enum Flag {
    PRIORITY,
    TALK,
    AWARD_BAR,
    ADVANCED,
    LAST_PLACE,
    ADMONITION,
    POST_ADJUSTMENT
}
