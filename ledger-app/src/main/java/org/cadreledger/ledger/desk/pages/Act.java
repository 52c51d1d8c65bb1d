package org.cadreledger.ledger.desk.pages;

/** What somebody may do with an item of a desk; the first five with a claim, the others with a department's entry. */
enum Act {
    SCORE("score"),
    APPROVE("approve"),
    REJECT("reject"),
    RETURN("return"),
    CARRY_OVER("carry-over"),
    CONFIRM("confirm"),
    DISMISS("dismiss"),
    CARRY_OVER_ENTRY("carry-over");

    private final String path;

    Act(String path) {
        this.path = path;
    }

    /** Last part of the address that does it. */
    String path() {
        return path;
    }
}
