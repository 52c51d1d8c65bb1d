package org.cadreledger.demo;

/** How a cadre usually does; it lasts, so that streaks of top and bottom lists arise. */
enum Bent {
    /** At the top quarter after quarter. */
    STAR(0.95, 0),
    STEADY(0.19, 0.008),
    /** Now and then at the bottom. */
    WEAK(0.06, 0.2),
    /** At the bottom quarter after quarter. */
    FAILING(0.03, 0.75);

    private final double claims;
    private final double deductions;

    Bent(double claims, double deductions) {
        this.claims = claims;
        this.deductions = deductions;
    }

    /** Chance of a claim in a month. */
    double claims() {
        return claims;
    }

    /** Chance of a deduction in a month. */
    double deductions() {
        return deductions;
    }
}
