package org.cadreledger.demo;

import java.time.LocalDate;
import java.util.Locale;

/** How large a county is played. */
enum Size {
    /** A whole county: three years of closed months. */
    COUNTY(2_000, 60, 240, true) {
        @Override
        Timeline timeline(LocalDate today) {
            return Timeline.months(today, THREE_YEARS);
        }
    },
    /** The demo of the README: the last four quarters, and loaded within a minute. */
    DEMO(300, 20, 48, false) {
        @Override
        Timeline timeline(LocalDate today) {
            return Timeline.quarters(today, FOUR_QUARTERS);
        }
    },
    /** The demo in small, for tests: everything happens in it too, so more of it to each cadre. */
    TINY(60, 6, 12, false) {
        @Override
        Timeline timeline(LocalDate today) {
            return Timeline.quarters(today, FOUR_QUARTERS);
        }

        @Override
        double stir() {
            return 5;
        }
    };

    private static final int THREE_YEARS = 36;
    private static final int FOUR_QUARTERS = 4;

    private final int cadres;
    private final int units;
    private final int signIns;
    private final boolean everyGrade;

    Size(int cadres, int units, int signIns, boolean everyGrade) {
        this.cadres = cadres;
        this.units = units;
        this.signIns = signIns;
        this.everyGrade = everyGrade;
    }

    abstract Timeline timeline(LocalDate today);

    int cadres() {
        return cadres;
    }

    int units() {
        return units;
    }

    /**
     * Cadres with a user of their own; the clerk of the unit claims for the others. Passwords are hashed slowly on purpose, so a
     * user for everyone would take longer than the rest of the demo.
     */
    int signIns() {
        return signIns;
    }

    /** Whether every cadre's annual grade is recorded, or only those that post something. */
    boolean everyGrade() {
        return everyGrade;
    }

    /** How much more often than in a large county people come, move and are away. */
    double stir() {
        return 1;
    }

    static Size named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
