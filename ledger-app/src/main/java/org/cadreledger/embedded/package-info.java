/** The default database: a wire-compatible server in this process over one H2 MVStore file, durable before it answers. */
@NullMarked
package org.cadreledger.embedded;

import org.jspecify.annotations.NullMarked;
