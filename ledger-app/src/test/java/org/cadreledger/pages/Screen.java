package org.cadreledger.pages;

/** What people look at: the department's desk, the cadre's phone. */
public enum Screen {
    WIDE(1440, 900),
    PHONE(390, 844);

    private final int width;
    private final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** In CSS pixels. */
    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean touch() {
        return this == PHONE;
    }
}
