/** Backups over HTTP, for who keeps the program running. */
@NullMarked
package org.cadreledger.archive.api;

import org.jspecify.annotations.NullMarked;
