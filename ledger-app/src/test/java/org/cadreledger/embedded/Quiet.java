package org.cadreledger.embedded;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** For programs that start without the application's settings of the log, and would write a line for each packet. */
final class Quiet {
    private Quiet() {}

    static void logs() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
    }
}
