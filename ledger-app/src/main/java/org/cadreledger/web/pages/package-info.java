/** What all pages share: the frame, notices after a write, figures and dates in words, and what is shown of a refusal. */
@NullMarked
package org.cadreledger.web.pages;

import org.jspecify.annotations.NullMarked;
