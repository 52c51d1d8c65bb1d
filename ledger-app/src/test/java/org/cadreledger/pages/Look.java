package org.cadreledger.pages;

import java.util.Locale;
import java.util.stream.Stream;

/** In which language and on which screen a story is told; its text is part of names that must not be the next telling's. */
record Look(Language language, Screen screen) {
    static Stream<Look> all() {
        return Stream.of(Language.values())
                .flatMap(language -> Stream.of(Screen.values()).map(screen -> new Look(language, screen)));
    }

    /** For whoever is at the other desk of the same story: so that its parts are all told on both. */
    Look onOtherScreen() {
        return new Look(language, screen == Screen.WIDE ? Screen.PHONE : Screen.WIDE);
    }

    @Override
    public String toString() {
        return language.label() + "-" + screen.name().toLowerCase(Locale.ROOT);
    }
}
