/** What all HTTP calls share: JSON, checks of content, answers, problem details, keys of writes, waiting reads. */
@NullMarked
package org.cadreledger.web;

import org.jspecify.annotations.NullMarked;
