/** Half-filled forms, kept on the server until they are sent or given up. */
@NullMarked
package org.cadreledger.drafts;

import org.jspecify.annotations.NullMarked;
