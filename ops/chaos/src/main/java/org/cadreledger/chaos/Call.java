package org.cadreledger.chaos;

/**
 * A write.
 *
 * @param kind what it does, for the report
 * @param user who sends it
 * @param path below {@code /api/v1}
 * @param body JSON
 * @param key its idempotency key
 */
record Call(String kind, String user, String method, String path, String body, String key) {
    /** As the log's field {@code k} has it. */
    String k() {
        return "user/" + user + "/" + key;
    }
}
