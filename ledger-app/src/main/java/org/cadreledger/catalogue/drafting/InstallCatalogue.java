package org.cadreledger.catalogue.drafting;

import org.cadreledger.access.Command;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.DraftCatalogue;

/** The program's own: drafts and publishes version 1, in force before all others, unless there is a version already. */
record InstallCatalogue(Catalogue catalogue) implements Command<DraftCatalogue.Version> {}
