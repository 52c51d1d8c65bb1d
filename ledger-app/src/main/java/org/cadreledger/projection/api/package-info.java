/** The state of the read side over HTTP, for who keeps it running. */
@NullMarked
package org.cadreledger.projection.api;

import org.jspecify.annotations.NullMarked;
