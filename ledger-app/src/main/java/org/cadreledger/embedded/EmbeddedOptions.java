package org.cadreledger.embedded;

import org.jspecify.annotations.Nullable;

/** How the embedded database's file is opened. */
public final class EmbeddedOptions {
    private static final int CACHE_MEGABYTES = 64;

    private final char @Nullable [] password;

    private EmbeddedOptions(char @Nullable [] password) {
        this.password = password;
    }

    /** An unencrypted file. */
    public static EmbeddedOptions plain() {
        return new EmbeddedOptions(null);
    }

    /** A file encrypted with a key derived from this password. A file keeps the choice that it was created with. */
    public static EmbeddedOptions encrypted(char[] password) {
        if (password.length == 0) {
            throw new IllegalArgumentException("an empty password protects nothing");
        }
        return new EmbeddedOptions(password.clone());
    }

    /** A copy, since H2 wipes what it is given. */
    char @Nullable [] password() {
        return password == null ? null : password.clone();
    }

    /** Memory for pages read from the file, in MB. */
    int cacheMegabytes() {
        return CACHE_MEGABYTES;
    }
}
