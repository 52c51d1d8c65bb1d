package org.cadreledger.board.notice;

import org.cadreledger.documents.Generation;

/** A revision that is there, and whether its period is final now. */
record Look(Generation generation, BoardHeader header, boolean isFinal) {}
