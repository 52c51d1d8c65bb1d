/** The register for people: list, one cadre's particulars and records, import with a preview. */
@NullMarked
package org.cadreledger.cadre.pages;

import org.jspecify.annotations.NullMarked;
