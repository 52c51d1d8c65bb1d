package org.cadreledger.dispatch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes a write happen once.
 *
 * @param value unique in the log, for example {@code user/li/3f2a}
 * @param bodyHash hex SHA-256 over method, path and body of the request; null when the caller gave no key
 */
public record CommandKey(String value, @Nullable String bodyHash) {

    /** For a caller who gave no key. */
    public static CommandKey fresh() {
        return new CommandKey("command/" + UUID.randomUUID(), null);
    }

    public static CommandKey idempotent(String user, String key, String bodyHash) {
        return new CommandKey("user/" + user + "/" + key, bodyHash);
    }

    /** The key of one commit of a call that makes several. */
    public CommandKey item(String item) {
        return new CommandKey(value + "#" + item, bodyHash);
    }

    /** Whether the caller chose the key, so that an earlier answer may exist. */
    public boolean mayRepeat() {
        return bodyHash != null;
    }
}
