/** The register over HTTP. */
@NullMarked
package org.cadreledger.cadre.api;

import org.jspecify.annotations.NullMarked;
