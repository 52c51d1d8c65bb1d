package org.cadreledger.declaration.pages;

/** The form of one request as far as it was taken: what is shown again when the rest is refused. */
final class Typed {
    private ClaimForm form;

    Typed(ClaimForm form) {
        this.form = form;
    }

    ClaimForm get() {
        return form;
    }

    void set(ClaimForm taken) {
        form = taken;
    }
}
