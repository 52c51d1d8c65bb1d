/** Defences and inquiries over HTTP. */
@NullMarked
package org.cadreledger.objection.api;

import org.jspecify.annotations.NullMarked;
