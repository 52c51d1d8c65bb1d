/** The inbox of defences and inquiries, their answers, and how one is raised. */
@NullMarked
package org.cadreledger.objection.pages;

import org.jspecify.annotations.NullMarked;
