package org.cadreledger.access;

import java.time.Instant;

/**
 * What comes with a command.
 *
 * @param now the time that the decision is taken at
 * @param key unique for the command and stable over its repeats; generated ids derive from it
 */
public record CommandContext(Actor actor, Instant now, String key) {}
