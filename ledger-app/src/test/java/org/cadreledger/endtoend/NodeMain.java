package org.cadreledger.endtoend;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.context.ConfigurableApplicationContext;

/** The program in a process of its own; prints its port when it serves. */
final class NodeMain {
    static final String PORT = "port ";

    private NodeMain() {}

    /** @param arguments the server's URI, the database's name, the node's name */
    public static void main(String[] arguments) {
        ConfigurableApplicationContext context = Program.context(
                "--spring.mongodb.uri=" + arguments[0],
                "--ledger.database=" + arguments[1],
                "--ledger.node=" + arguments[2]);
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println("\n" + PORT + Program.port(context));
    }
}
