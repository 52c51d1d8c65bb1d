package org.cadreledger.start.pages;

import java.util.List;

/**
 * One thing to do, or to know.
 *
 * @param code messages {@code todo.<code>} and {@code todo.<code>.next}, both with the arguments
 * @param path where it is done
 * @param icon Tabler's name
 * @param urgent whether it waits for this user now
 */
public record Todo(String code, List<Object> arguments, String path, String icon, boolean urgent) {
    public Todo {
        arguments = List.copyOf(arguments);
    }

    static Todo now(String code, String path, String icon, Object... arguments) {
        return new Todo(code, List.of(arguments), path, icon, true);
    }

    static Todo known(String code, String path, String icon, Object... arguments) {
        return new Todo(code, List.of(arguments), path, icon, false);
    }
}
