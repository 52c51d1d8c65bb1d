/** The HTTP side on a started server with small fakes behind it: roles, bad input, sign-in. */
@NullMarked
package org.cadreledger.security;

import org.jspecify.annotations.NullMarked;
