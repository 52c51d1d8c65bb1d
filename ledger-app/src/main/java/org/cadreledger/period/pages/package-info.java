/** The calendar of periods and the steps that close, publish, revise and finalise them. */
@NullMarked
package org.cadreledger.period.pages;

import org.jspecify.annotations.NullMarked;
