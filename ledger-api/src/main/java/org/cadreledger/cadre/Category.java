package org.cadreledger.cadre;

/** Section cadres (科级领导干部) and reserve cadres (后备干部) are ranked apart. */
public enum Category {
    SECTION,
    RESERVE
}
