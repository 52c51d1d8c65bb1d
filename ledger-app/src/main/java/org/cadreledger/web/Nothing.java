package org.cadreledger.web;

/** The body {@code {}}. */
public record Nothing() {}
