package org.cadreledger.board;

/** The two lists of a board: the first 15 % and the last 5 %. */
public enum BoardList {
    TOP,
    BOTTOM
}
