/** The store's conformance suite, run on each server, and the tests of its parts. */
@NullMarked
package org.cadreledger.store;

import org.jspecify.annotations.NullMarked;
