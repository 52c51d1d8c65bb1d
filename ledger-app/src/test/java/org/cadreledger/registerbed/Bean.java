package org.cadreledger.registerbed;

import org.springframework.beans.factory.ObjectProvider;

/** A bean that is there already. */
public record Bean<T>(T getObject) implements ObjectProvider<T> {}
