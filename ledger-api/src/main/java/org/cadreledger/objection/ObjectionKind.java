package org.cadreledger.objection;

/** A defence (申辩) asks for a change, an inquiry (问询) for an explanation; both must be answered. */
public enum ObjectionKind {
    DEFENCE,
    INQUIRY
}
