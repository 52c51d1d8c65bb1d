/** Breaks the program and its servers while they are in use, and looks whether the ledger is still right. */
package org.cadreledger.chaos;
