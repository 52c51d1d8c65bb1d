package org.cadreledger.demo;

import java.util.Locale;

/** Passwords of the demo's users, derived from the seed so that a repeated run signs in again. */
final class Passwords {
    private static final int BOUND = 1_000_000;

    /** At least 12 characters, as the API asks. */
    static String of(long seed, String user) {
        return String.format(
                Locale.ROOT,
                "demo-%s-%06d",
                user,
                Choice.of(seed, "password", user).below(BOUND));
    }

    private Passwords() {}
}
