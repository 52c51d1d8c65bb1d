package org.cadreledger.log;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of an event that says something about a person in words: a name, an account, a statement. The store
 * keeps it beside the event with a random salt, and the hash chain covers only the salted hash, so that it can be erased
 * later while the proof stays whole. A reader finds {@code null} after an erasure: the component must be nullable.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Personal {}
