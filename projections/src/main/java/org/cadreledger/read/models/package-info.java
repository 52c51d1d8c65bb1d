/** All documents and queries of the read side, put together. */
@NullMarked
package org.cadreledger.read.models;

import org.jspecify.annotations.NullMarked;
