/** Who may call what: accounts, sign-in, tokens, and the table of roles and calls. */
@NullMarked
package org.cadreledger.security;

import org.jspecify.annotations.NullMarked;
