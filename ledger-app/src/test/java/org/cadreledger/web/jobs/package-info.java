/** Tests of long actions without a browser. */
@NullMarked
package org.cadreledger.web.jobs;

import org.jspecify.annotations.NullMarked;
