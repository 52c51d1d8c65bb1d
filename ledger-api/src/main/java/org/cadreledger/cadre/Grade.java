package org.cadreledger.cadre;

/** Annual grade: 优秀, 称职 (合格), 基本称职 (基本合格), 不称职 (不合格). The first posts A3, the last N3 in the next year. */
public enum Grade {
    EXCELLENT,
    COMPETENT,
    BASICALLY_COMPETENT,
    INCOMPETENT
}
